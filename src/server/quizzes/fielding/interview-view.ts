import type { Interview, Interviewer, Interviewers } from '#contract/quizzes-fielding'
import type { City } from '#server/city'
import type { Reading, Writing } from '#server/database/database'
import type { Caller } from '#server/operation'
import { listWaveDrafts, lockSample, lockWave, type SampleRow, type WaveRow } from '#server/quizzes/awareness/wave-store'
import { formFor } from '#server/quizzes/awareness/wave-token'
import { signsOf } from '#server/quizzes/fielding/fielding-rules'
import { isInterviewer, listHoldsOf, numbersOf, type HeldSample, type HoldRow } from '#server/quizzes/fielding/fielding-store'
import {
  countAttemptsByPerson,
  countHeldByPerson,
  listAttemptsOf,
  listInterviewersOf,
  tallyInterviews,
  type AttemptRow
} from '#server/quizzes/fielding/interview-store'
import { refuse } from '#server/refusal'

export const toAttempt = ({ attemptedAt, reason, note }: AttemptRow) => ({
  attemptedAt: attemptedAt.toISOString(),
  reason,
  ...(note !== null && { note })
})

export const nameOfCommunity = ({ places }: City, communityId: string) => places.areaOf(communityId)?.name ?? communityId

/** Units as who holds them sees them: each form in an order of its own, without a key. */
export async function showInterviews(reading: Reading, city: City, wave: WaveRow, held: readonly HeldSample[]): Promise<Interview[]> {
  if (held.length === 0) return []
  const drafts = await listWaveDrafts(reading, wave.questions)
  const sampleIds = held.map(({ sample }) => sample.sampleId)
  const [attempts, numbers] = [await listAttemptsOf(reading, sampleIds), await numbersOf(reading, wave.waveId, sampleIds)]
  return held.map(({ hold, sample: { sampleId, communityId, ageBand, sex } }) => ({
    ...{
      waveId: wave.waveId,
      sampleId,
      number: numbers.get(sampleId) ?? 0,
      communityId,
      communityName: nameOfCommunity(city, communityId),
      ageBand,
      sex
    },
    heldUntil: hold.heldUntil.toISOString(),
    attempts: attempts.filter(attempt => attempt.sampleId === sampleId).map(toAttempt),
    items: formFor(hold.formKey, drafts).map(({ itemId, draft, options }) => ({
      ...{ itemId, stem: draft.stem },
      options: options.map(({ optionId, text }) => ({ optionId, text }))
    }))
  }))
}

interface OwnUnit {
  wave: WaveRow
  sample: SampleRow
  /** Theirs, present or past: what they asked by. */
  hold: HoldRow
}

/**
 * A unit that is or was the caller's, held, with its wave. One that lapsed is still theirs while nobody else took it: an interview
 * made without network is not lost by coming late. What was never theirs is not there.
 */
export async function holdOwnUnit(writing: Writing, caller: Caller, input: { waveId: string; sampleId: string }): Promise<OwnUnit> {
  const wave = (await lockWave(writing, input.waveId, 'share')) ?? refuse('not-found')
  if (!(await isInterviewer(writing, wave.waveId, caller.personId))) refuse('not-found')
  const holds = await listHoldsOf(writing, wave.waveId, input.sampleId)
  const hold = holds.find(one => one.personId === caller.personId) ?? refuse('not-found')
  if (wave.state !== 'fielding') refuse('move-not-allowed')
  const sample = (await lockSample(writing, wave.waveId, input.sampleId)) ?? refuse('not-found')
  if (sample.answeredAt) refuse('token-used')
  if (holds.some(one => one.releasedAt === null && one.personId !== caller.personId)) refuse('unit-passed-on')
  return { wave, sample, hold }
}

type Tally = Awaited<ReturnType<typeof tallyInterviews>>[number]

const toMeasures = ({ interviewCount, medianSeconds, answers, unknown }: Tally) => ({
  interviewCount,
  medianSeconds: Math.round(medianSeconds),
  ...(answers > 0 && { unknownShare: unknown / answers })
})

/** Who asks for a wave and how it goes. One who was taken off and never asked anybody is left out. */
export async function showInterviewers(reading: Reading, waveId: string): Promise<Interviewers> {
  const tallies = await tallyInterviews(reading, waveId)
  const [attempts, held] = [await countAttemptsByPerson(reading, waveId), await countHeldByPerson(reading, waveId)]
  const measuresOf = (personId: string | null) => {
    const tally = tallies.find(one => one.personId === personId)
    return tally && tally.interviewCount > 0 ? toMeasures(tally) : { interviewCount: 0 }
  }
  const overall = measuresOf(null)
  const all = (await listInterviewersOf(reading, waveId)).map(({ personId, displayName, removedAt }): Interviewer => {
    const measures = measuresOf(personId)
    return {
      ...{ personId, displayName, isNamed: removedAt === null },
      heldCount: held.find(one => one.personId === personId)?.heldCount ?? 0,
      attemptCount: attempts.find(one => one.personId === personId)?.attemptCount ?? 0,
      ...measures,
      signs: signsOf(measures, overall)
    }
  })
  return { interviewers: all.filter(one => one.isNamed || one.interviewCount + one.attemptCount > 0), overall }
}
