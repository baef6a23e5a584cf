import type { Writing } from '#server/database/database'
import {
  demoContests,
  demoLearners,
  demoStrata,
  demoWaves,
  onDay,
  wrongAnswerTo,
  type DemoContest,
  type DemoWave
} from '#server/demo/demo-quizzes'
import { keepVoices, listSampleIds, type DemoVoice } from '#server/demo/demo-quiz-store'
import type { DemoEvent, DemoPlayer, DemoStage } from '#server/demo/demo-stage'
import { businessDateIn, momentOf } from '#server/demo/demo-timeline'
import { seededRandom, seedOf, type SeededRandom } from '#server/demo/seeded-random'
import { findWave, listWaveDrafts } from '#server/quizzes/awareness/wave-store'
import { listItemsOf, lockAnswers } from '#server/quizzes/learning/attempt-store'
import { keyAsAnswer } from '#server/quizzes/learning/grade-rules'
import { rememberAnswers } from '#server/quizzes/learning/remember-answers'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const UNKNOWN_SHARE = 0.06

const plus = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds)

/** What the demo city's people learned, where they competed, and what surveys found of them. */
class DemoQuizzes {
  private readonly events: DemoEvent[] = []

  constructor(
    private readonly stage: DemoStage,
    private readonly now: Date
  ) {}

  private happens(at: Date, happen: () => Promise<unknown>): void {
    if (at <= this.now) this.events.push({ at, happen })
  }

  /** Locks what somebody answers to all of an attempt, in one go: asked one by one it would keep the first start waiting. */
  private async answers(attemptId: string, at: Date, share: number, random: SeededRandom): Promise<void> {
    await this.stage.product.database.write(async (writing: Writing) => {
      const items = await listItemsOf(writing, attemptId)
      const given = items.map(item => {
        const isRight = random.isLucky(share)
        const answer = isRight ? keyAsAnswer(item.behind.draft) : wrongAnswerTo(item.behind.draft)
        return { ...item, answer, isRight, answeredAt: at, milliseconds: random.whole(4000, 16_000) }
      })
      await lockAnswers(writing, given)
      await rememberAnswers(
        writing,
        given.filter(item => item.reason !== 'contest')
      )
    })
  }

  private practises(who: DemoPlayer, at: Date, share: number): void {
    this.happens(at, async () => {
      const { attemptId } = await this.stage.ask(who, 'quizzes/startDaily', {}, at)
      const end = plus(at, 2 * MINUTE)
      await this.answers(String(attemptId), end, share, seededRandom(seedOf(`${who} ${at.getTime()}`)))
      await this.stage.ask(who, 'quizzes/finishAttempt', { attemptId }, end)
    })
  }

  /** Somebody takes part on some day of the contest, quicker or slower, and mostly likes to be seen in the ranking. */
  private takesPart(who: DemoPlayer, contest: DemoContest, contestIdOf: () => string): void {
    const random = seededRandom(seedOf(`${contest.title} ${who}`))
    const [opensAt, closesAt] = [momentOf(onDay(contest.opens), this.now), momentOf(onDay(contest.closes), this.now)]
    const until = Math.min(closesAt.getTime() - contest.minutes * MINUTE, this.now.getTime() - contest.minutes * MINUTE)
    const at = new Date(Math.floor(random.between(opensAt.getTime(), Math.max(opensAt.getTime(), until))))
    const [share, minutes] = [random.between(0.5, 0.98), random.between(2, contest.minutes - 1)]
    this.happens(at, async () => {
      const said = { contestId: contestIdOf(), isShown: random.isLucky(0.85) || who === 'neighbour' }
      const { attemptId } = await this.stage.ask(who, 'quizzes/startContest', said, at)
      const end = plus(at, Math.floor(minutes * MINUTE))
      await this.answers(String(attemptId), end, share, random)
      await this.stage.ask(who, 'quizzes/finishAttempt', { attemptId }, end)
    })
  }

  private contest(contest: DemoContest): void {
    const { opens, closes, participants, isDraft, ...said } = contest
    const [opensAt, closesAt] = [opens, closes].map(day => momentOf(onDay(day), this.now).toISOString())
    const written = plus(momentOf(onDay(opens), this.now), -2 * DAY)
    const at = written < this.now ? written : plus(this.now, -DAY)
    let saved = { contestId: '', version: 0 }
    this.happens(at, async () => {
      const plan = { ...said, opensAt, closesAt }
      const reply = await this.stage.ask(isDraft ? 'admin' : 'editor', 'quizzes/saveContest', { plan }, at)
      saved = { contestId: (reply.contest as { contestId: string }).contestId, version: Number(reply.version) }
    })
    if (isDraft) return
    const published = plus(at, 60 * MINUTE)
    this.happens(published, () => this.stage.ask('admin', 'quizzes/publishContest', saved, published))
    for (const who of participants) this.takesPart(who, contest, () => saved.contestId)
  }

  /** What everybody who was reached said, or why they did not. */
  private async voices(waveId: string, { answered, silent, share }: DemoWave, from: Date): Promise<void> {
    const random = seededRandom(seedOf(`wave ${answered} ${share}`))
    await this.stage.product.database.write(async writing => {
      const wave = await findWave(writing, waveId)
      if (!wave) throw new Error(`there is no wave ${waveId}`)
      const drafts = await listWaveDrafts(writing, wave.questions)
      const answersOfOne = () =>
        drafts.map(({ questionId, version, draft }) => {
          const [isRight, isUnknown] = [random.isLucky(share), random.isLucky(UNKNOWN_SHARE / (1 - share))]
          const said = isRight ? keyAsAnswer(draft) : wrongAnswerTo(draft)
          const optionId = 'optionIds' in said ? (said.optionIds[0] ?? null) : null
          return { questionId, version, isRight, optionId: !isRight && isUnknown ? null : optionId }
        })
      const sampleIds = await listSampleIds(writing, waveId)
      const heard = Math.round(answered * sampleIds.length)
      const reached = sampleIds.slice(0, heard + Math.round(silent * sampleIds.length))
      const voices = reached.map((sampleId, n): DemoVoice => {
        const at = plus(from, Math.floor(random.between(0, 3 * DAY)))
        return n < heard
          ? { sampleId, at, answers: answersOfOne() }
          : { sampleId, at, reason: random.pick(['refused', 'nobody-home'] as const) }
      })
      await keepVoices(writing, waveId, voices)
    })
  }

  private survey(wave: DemoWave, previous: () => string | undefined, keep: (waveId: string) => void): void {
    const { title, channel, opens, closes, isReported } = wave
    const opened = momentOf(onDay([opens, '09:00']), this.now)
    const planned = plus(opened, -DAY)
    let waveId = ''
    this.happens(planned, async () => {
      const days = { opensOn: businessDateIn(this.now, opens), closesOn: businessDateIn(this.now, closes) }
      const aim = { target: 0.85, margin: 0.06, expectedResponse: 0.8, strata: demoStrata }
      const previousWaveId = previous()
      const plan = { title, channel, ...days, ...aim, ...(previousWaveId && { previousWaveId }) }
      const made = await this.stage.ask('supervisor', 'quizzes/createWave', plan, planned)
      waveId = String(made.waveId)
      keep(waveId)
      await this.stage.ask('supervisor', 'quizzes/drawSample', { waveId }, planned)
    })
    this.happens(opened, () => this.stage.ask('supervisor', 'quizzes/openWave', { waveId }, opened))
    const heard = plus(opened, 4 * DAY)
    this.happens(heard, () => this.voices(waveId, wave, opened))
    if (!isReported) return
    const closed = momentOf(onDay([closes, '18:00']), this.now)
    this.happens(closed, () => this.stage.ask('supervisor', 'quizzes/closeWave', { waveId }, closed))
    const reported = plus(closed, DAY)
    this.happens(reported, () => this.stage.ask('supervisor', 'quizzes/reportWave', { waveId }, reported))
  }

  all(): DemoEvent[] {
    for (const { who, at, daysAgo, share } of demoLearners)
      for (const day of daysAgo) this.practises(who, momentOf({ daysAgo: day, at }, this.now), share)
    for (const contest of demoContests) this.contest(contest)
    let last: string | undefined
    for (const wave of demoWaves)
      this.survey(
        wave,
        () => last,
        waveId => (last = waveId)
      )
    return this.events
  }
}

/** What happened in the demo city's 应知应会 up to now. */
export const eventsOfQuizzes = (stage: DemoStage, now: Date): DemoEvent[] => new DemoQuizzes(stage, now).all()
