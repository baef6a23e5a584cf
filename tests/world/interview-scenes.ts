import type { Interview } from '#contract/quizzes-fielding'
import { quizzes } from '#contract/quizzes'
import { newKey, type Actor } from '#world/actor'
import { anchorDrafts, openedWave } from '#world/wave-scenes'
import type { World } from '#world/world'

/** A wave in fielding with these people to ask for it. */
export async function fieldedWave(office: Actor, interviewers: readonly Actor[], plan: Parameters<typeof openedWave>[1] = {}) {
  const wave = await openedWave(office, plan)
  await office.ask(quizzes.setInterviewers)({ waveId: wave.waveId, personIds: interviewers.map(one => one.person.personId) })
  return wave
}

export const take = async (interviewer: Actor, waveId: string, communityId: string, count: number) =>
  (await interviewer.ask(quizzes.takeInterviews)({ waveId, communityId, count, idempotencyKey: newKey() })).units

/** What somebody says at the door who knows the first so many, says 不知道 to the next so many and is wrong about the others. */
export async function saidAtTheDoor(world: World, { items }: Pick<Interview, 'items'>, known: number, unknown = 1) {
  const drafts = await anchorDrafts(world)
  return items.map(({ itemId, stem, options }, place) => {
    const draft = drafts.get(stem)!
    const right = 'optionIds' in draft.key ? draft.key.optionIds[0] : undefined
    const rightText = draft.options!.find(option => option.optionId === right)!.text
    const chosen = options.find(option => (option.text === rightText) === place < known)!
    const isUnknown = place >= known && place < known + unknown
    return { itemId, ...(!isUnknown && { optionId: chosen.optionId }) }
  })
}

/** Somebody who says everything is 不知道. */
export const nothingKnown = ({ items }: Pick<Interview, 'items'>) => items.map(({ itemId }) => ({ itemId }))

type Told = Partial<{ answers: { itemId: string; optionId?: string }[]; seconds: number; startedAt: string; idempotencyKey: string }>

/** The input of one interview, as the phone sends it. */
export function interviewOf(unit: Pick<Interview, 'waveId' | 'sampleId' | 'items'>, told: Told = {}) {
  const { answers = nothingKnown(unit), seconds = 100, startedAt = '2026-11-23T02:00:00.000Z', idempotencyKey = newKey() } = told
  const endedAt = new Date(Date.parse(startedAt) + seconds * 1000).toISOString()
  return { waveId: unit.waveId, sampleId: unit.sampleId, answers, startedAt, endedAt, idempotencyKey }
}

export const inHand = async (interviewer: Actor, waveId: string) =>
  (await interviewer.ask(quizzes.listInterviews)({ waveId })).waves[0]?.units ?? []

export const record = (interviewer: Actor, unit: Interview, told: Told = {}) =>
  interviewer.ask(quizzes.recordInterview)(interviewOf(unit, told))

/** A visit in vain, at the moment of the world. */
export const attempt = (
  world: World,
  interviewer: Actor,
  unit: Interview,
  reason: 'refused' | 'nobody-home' | 'not-reached' = 'nobody-home',
  note?: string
) =>
  interviewer.ask(quizzes.logInterviewAttempt)({
    ...{ waveId: unit.waveId, sampleId: unit.sampleId, reason, attemptedAt: world.now.toISOString(), idempotencyKey: newKey() },
    ...(note && { note })
  })
