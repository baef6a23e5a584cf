import { sql } from 'drizzle-orm'
import type { SampleUnit, Stratum, WavePlan } from '#contract/awareness-shapes'
import type { QuestionDraft } from '#contract/quiz-shapes'
import { quizzes } from '#contract/quizzes'
import type { Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import type { World } from '#world/world'

export const north: Stratum = { communityId: 'demo-community-1-1', ageBand: '30-44', sex: 'female', population: 500 }
export const south: Stratum = { communityId: 'demo-community-2-1', ageBand: '60-74', sex: 'male', population: 700 }

/** Nine answers are wanted of three in four who give one, so twelve are asked: five in the north and seven in the south. */
export const smallPlan: WavePlan = {
  ...{ title: '一季度知晓率调查', target: 0.9, margin: 0.2, expectedResponse: 0.75 },
  ...{ channel: 'household', opensOn: '2026-11-23', closesOn: '2026-12-06', strata: [north, south] }
}

/** A wave whose tokens work, and whoever holds them. */
export async function openedWave(office: Actor, plan: Partial<WavePlan> = {}) {
  const { waveId } = await office.ask(quizzes.createWave)({ ...smallPlan, ...plan })
  const { units } = await office.ask(quizzes.drawSample)({ waveId })
  await office.ask(quizzes.openWave)({ waveId })
  return { waveId, units }
}

export const formOf = (world: World, token: string) => world.nobody.ask(quizzes.getWaveForm)({ token })

/** Anchor questions that may be asked now, by their stem. */
export async function anchorDrafts(world: World): Promise<Map<string, QuestionDraft & { questionId: string }>> {
  const rows = await askDatabase(
    world.database,
    sql`select question_id, draft from question_versions join questions using (question_id, version) where pool = 'anchor' and state = 'active'
      order by question_id`
  )
  return new Map(
    rows.map(row => {
      const draft = row.draft as QuestionDraft
      return [draft.stem, { ...draft, questionId: row.question_id as string }]
    })
  )
}

/** Answers as somebody who knows the first so many of the questions, says 不知道 to the next one and is wrong about the others. */
export async function answersKnowing(world: World, token: string, known: number) {
  const [{ items }, drafts] = [await formOf(world, token), await anchorDrafts(world)]
  return items.map(({ itemId, stem, options }, place) => {
    const draft = drafts.get(stem)!
    const right = 'optionIds' in draft.key ? draft.key.optionIds[0] : undefined
    const rightText = draft.options!.find(option => option.optionId === right)!.text
    const chosen = options.find(option => (option.text === rightText) === place < known)!
    return { itemId, ...(place !== known && { optionId: chosen.optionId }) }
  })
}

export const answerKnowing = async (world: World, { token }: Pick<SampleUnit, 'token'>, known: number) =>
  world.nobody.ask(quizzes.answerWave)({ token, answers: await answersKnowing(world, token, known) })

/** Wilson's bounds by another way: the roots of (p − x)² = z² x (1 − x) ÷ n. */
export function bounds(share: number, size: number) {
  const [z2, a] = [1.959963984540054 ** 2, 1 + 1.959963984540054 ** 2 / size]
  const [b, c] = [-(2 * share + z2 / size), share * share]
  const root = Math.sqrt(b * b - 4 * a * c)
  return { low: (-b - root) / (2 * a), high: (-b + root) / (2 * a) }
}
