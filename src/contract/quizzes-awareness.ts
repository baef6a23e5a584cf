import * as v from 'valibot'
import {
  nonResponseReasons,
  SampleLine,
  SampleSize,
  sampleStandings,
  SampleUnit,
  Wave,
  WaveDetail,
  WavePlan,
  WaveReport
} from '#contract/awareness-shapes'
import { command, query } from '#contract/operation'
import { Cursor, Id, measure, onceKey, text } from '#contract/shapes'
import { Option } from '#contract/quiz-shapes'

const Token = v.pipe(v.string(), v.minLength(8), v.maxLength(80), v.regex(/^[\w-]+$/))
const OneWave = v.object({ waveId: Id })
/** What is named one by one; all who have not answered need no naming. */
export const SAMPLES_RENEWED_MAX = 500
const moveRefusals = ['not-found', 'move-not-allowed'] as const

/** 知晓率调查: what a city knows, measured so that a statistician would sign it. For the city office; answering needs a token only. */
export const awarenessOperations = {
  suggestSample: query({
    summary: 'How many to ask for a target and a margin, and how many of them must be right to claim the target.',
    input: v.object({
      target: WavePlan.entries.target,
      margin: WavePlan.entries.margin,
      designEffect: v.optional(measure(1, 10)),
      response: v.optional(measure(0.05, 1)),
      /** In how many communities they are asked; few make the interval wider than the margin wished for. */
      communityCount: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2000)))
    }),
    output: SampleSize,
    refusals: ['not-found']
  }),
  proposeQuestions: query({
    summary: 'Anchor questions that may be asked now, and which of them a wave would ask by itself: those of the previous one first.',
    input: v.object({ previousWaveId: v.optional(Id) }),
    output: v.object({
      questions: v.array(v.object({ questionId: Id, topic: v.string(), stem: v.string(), isOfPrevious: v.boolean() })),
      proposed: v.array(Id)
    }),
    refusals: ['not-found']
  }),
  createWave: command({
    summary: 'Plans a wave.',
    input: v.object({ ...WavePlan.entries, ...onceKey }),
    output: Wave,
    refusals: ['not-found']
  }),
  listWaves: query({
    summary: 'Waves, newest first.',
    input: v.object({ cursor: v.optional(Cursor) }),
    output: v.object({ waves: v.array(Wave), nextCursor: v.optional(Cursor) }),
    refusals: ['not-found']
  }),
  getWave: query({
    summary: 'One wave with its frame, its questions and how far every stratum is.',
    input: OneWave,
    output: WaveDetail,
    refusals: ['not-found']
  }),
  listSample: query({
    summary: 'Who is to be asked, by number; where each stands, never what was answered.',
    input: v.object({
      waveId: Id,
      standing: v.optional(v.picklist(sampleStandings)),
      communityId: v.optional(Id),
      number: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))),
      cursor: v.optional(Cursor)
    }),
    output: v.object({ units: v.array(SampleLine), nextCursor: v.optional(Cursor) }),
    refusals: ['not-found']
  }),
  drawSample: command({
    summary: 'Draws who is to be asked, in proportion to the strata, and makes a one-time token for each. Tokens are told this once.',
    input: OneWave,
    output: v.object({ wave: Wave, units: v.array(SampleUnit) }),
    refusals: moveRefusals
  }),
  renewTokens: command({
    summary:
      'New tokens for those who have not answered, or for some of them: a list that was lost is not a lost wave. The old ones stop working.',
    input: v.object({ waveId: Id, sampleIds: v.optional(v.pipe(v.array(Id), v.minLength(1), v.maxLength(SAMPLES_RENEWED_MAX))) }),
    output: v.object({ wave: Wave, units: v.array(SampleUnit) }),
    refusals: [...moveRefusals, 'token-used']
  }),
  openWave: command({ summary: 'Fielding begins: tokens work from now on.', input: OneWave, output: Wave, refusals: moveRefusals }),
  closeWave: command({ summary: 'Fielding ends: tokens no longer work.', input: OneWave, output: Wave, refusals: moveRefusals }),
  reportWave: command({
    summary: 'The office stands by what a closed wave found; from then on it is marked as published, once and for good.',
    input: OneWave,
    output: Wave,
    refusals: moveRefusals
  }),
  getWaveForm: query({
    summary: 'The questions behind a token, shuffled for it; the app adds 不知道 to each.',
    isOpen: true,
    input: v.object({ token: Token }),
    output: v.object({
      title: v.string(),
      items: v.array(v.object({ itemId: Id, stem: v.string(), options: v.array(Option) }))
    }),
    refusals: ['token-unknown', 'token-used']
  }),
  answerWave: command({
    summary: 'Answers all questions of a token at once; without an option it is 不知道. Nothing is told about right or wrong.',
    isOpen: true,
    input: v.object({
      token: Token,
      answers: v.pipe(v.array(v.object({ itemId: Id, optionId: v.optional(Id) })), v.minLength(1), v.maxLength(8))
    }),
    output: v.object({ accepted: v.literal(true) }),
    refusals: ['token-unknown', 'token-used']
  }),
  logNonResponse: command({
    summary: 'Why somebody of the sample was not asked or did not answer; an answer later replaces it.',
    input: v.object({ waveId: Id, sampleId: Id, reason: v.picklist(nonResponseReasons), note: v.optional(text(100)) }),
    output: Wave,
    refusals: ['not-found', 'move-not-allowed', 'token-used']
  }),
  getWaveReport: query({
    summary: 'What a wave found so far, with intervals; final once it is closed.',
    input: OneWave,
    output: WaveReport,
    refusals: ['not-found']
  }),
  exportWaveReport: query({
    summary: 'Where the report of a closed wave can be downloaded for ten minutes.',
    input: v.object({ waveId: Id, format: v.picklist(['pdf', 'xlsx']) }),
    output: v.object({ url: v.string() }),
    refusals: moveRefusals
  })
}
