import { nonResponseReasons, type WaveReport } from '#contract/awareness-shapes'
import { businessDateOf, startOfBusinessDate } from '#server/business-date'
import type { Reading } from '#server/database/database'
import { changeBetween, findingOf, overallOf, type Tally } from '#server/quizzes/awareness/finding-rules'
import { countPractice, tallyWave } from '#server/quizzes/awareness/finding-store'
import { WAVE_QUESTIONS_MIN } from '#server/quizzes/awareness/wave-rules'
import { countReasons, countWave, findWave, listWaveDrafts, type WaveRow } from '#server/quizzes/awareness/wave-store'

/** The change against the previous wave, over the questions both asked in the same words; only a closed one is held against another. */
async function changeSince(reading: Reading, wave: WaveRow, tallies: readonly Tally[]): Promise<WaveReport['change']> {
  const { previousWaveId } = wave.plan
  const previous = previousWaveId === undefined ? undefined : await findWave(reading, previousWaveId)
  if (!previous?.closedAt) return undefined
  const isSame = ({ questionId }: Tally) => {
    const versionIn = ({ questions }: WaveRow) => questions.find(question => question.questionId === questionId)?.version
    return versionIn(previous) === versionIn(wave)
  }
  const change = changeBetween(tallies.filter(isSame), await tallyWave(reading, previous.waveId), WAVE_QUESTIONS_MIN)
  return change && { previousTitle: previous.plan.title, ...change }
}

/** First answers in practice on the days of fielding, from the first one's beginning on. */
const practiceOf = ({ openedAt }: WaveRow, reading: Reading, now: Date) =>
  openedAt ? countPractice(reading, startOfBusinessDate(businessDateOf(openedAt)), now) : undefined

/** What a wave found up to now. The target is met only where the lower bound of the overall interval reaches it. */
export async function findingsOf(reading: Reading, wave: WaveRow, now: Date): Promise<Omit<WaveReport, 'wave'>> {
  const { target, strata } = wave.plan
  const tallies = await tallyWave(reading, wave.waveId)
  const overall = overallOf(tallies, strata)
  const reasons = await countReasons(reading, wave.waveId)
  const drafts = await listWaveDrafts(reading, wave.questions)
  const change = await changeSince(reading, wave, tallies)
  const practice = await practiceOf(wave, reading, now)
  return {
    items: drafts.map(({ questionId, draft }) => ({ questionId, stem: draft.stem, ...findingOf(questionId, tallies) })),
    ...{ overall, target, met: overall.n > 0 && overall.low >= target },
    response: {
      asked: wave.sampleSize,
      answered: (await countWave(reading, wave.waveId))?.answeredCount ?? 0,
      nonResponse: Object.fromEntries(nonResponseReasons.map(reason => [reason, reasons.find(row => row.reason === reason)?.count ?? 0]))
    },
    ...(change && { change }),
    ...(practice && { practice }),
    madeAt: now.toISOString()
  }
}
