import type { Wave } from '#contract/awareness-shapes'
import type { City } from '#server/city'
import type { Reading, Writing } from '#server/database/database'
import type { Caller } from '#server/operation'
import { maySurvey } from '#server/quizzes/awareness/awareness-rights-rules'
import { waveMoves, type WaveMove } from '#server/quizzes/awareness/wave-rules'
import { countWave, lockWave, type CountedWave, type WaveRow } from '#server/quizzes/awareness/wave-store'
import { refuse } from '#server/refusal'

/** To anybody but the city office there are no waves. */
export const requireOffice = (caller: Caller, city: City) => maySurvey(caller, city) || refuse('not-found')

export function toWave({ wave, answeredCount, nonResponseCount }: CountedWave): Wave {
  const { title, target, margin, channel, opensOn, closesOn } = wave.plan
  return {
    ...{ waveId: wave.waveId, title, state: wave.state, target, margin, channel, opensOn, closesOn },
    ...{ questionCount: wave.questions.length, sampleSize: wave.sampleSize, answeredCount, nonResponseCount }
  }
}

/** A wave that must be there, as it is shown. */
export const shownWave = async (reading: Reading, waveId: string): Promise<Wave> =>
  toWave((await countWave(reading, waveId)) ?? refuse('not-found'))

/** The wave, held, for who makes this move. */
export async function holdForMove(writing: Writing, waveId: string, move: WaveMove): Promise<WaveRow> {
  const wave = (await lockWave(writing, waveId, 'update')) ?? refuse('not-found')
  return wave.state === waveMoves[move].from ? wave : refuse('move-not-allowed')
}
