import type { FieldworkWave, InterviewWave } from '#contract/quizzes-fielding'

/** What the phone keeps of somebody's waves, in a line each. */
export const fieldworkKept = (waves: readonly InterviewWave[]): FieldworkWave[] =>
  waves.map(({ waveId, title, units }) => ({ waveId, title, heldCount: units.length }))

/** What there is to do for an interviewer, under 我的; undefined for who is none. */
export function fieldworkWords(waves: readonly FieldworkWave[]): string | undefined {
  const [first] = waves
  if (!first) return undefined
  const heldCount = waves.reduce((sum, wave) => sum + wave.heldCount, 0)
  const what = waves.length === 1 ? first.title : `${waves.length} 个调查`
  return heldCount > 0 ? `${what} · 手上 ${heldCount} 户` : `${what} · 去领要访问的户`
}
