import * as v from 'valibot'
import { BusinessDate, Id, Instant, text } from '#contract/shapes'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** A survey of what people know, 知晓率调查. */
export const waveStates = ['planned', 'sampled', 'fielding', 'closed', 'reported'] as const
export const ageBands = ['14-17', '18-29', '30-44', '45-59', '60-74', '75+'] as const
export const sexes = ['female', 'male'] as const
/** How somebody is reached: at home, on the street, by telephone. */
export const waveChannels = ['household', 'intercept', 'phone'] as const
export const nonResponseReasons = ['refused', 'nobody-home', 'not-reached', 'not-eligible', 'broken-off', 'other'] as const

/** One cell of the frame: who lives there, as the last census or register counts them. */
export const Stratum = v.object({
  communityId: Id,
  ageBand: v.picklist(ageBands),
  sex: v.picklist(sexes),
  population: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000))
})
export type Stratum = v.InferOutput<typeof Stratum>

export const WavePlan = v.object({
  title: v.pipe(text(60), v.minLength(2)),
  /** The share to be reached, e.g. 0.9: met only where the lower bound of the interval reaches it. */
  target: v.pipe(v.number(), v.minValue(0.5), v.maxValue(0.99)),
  /** Half of the width of the 95 % interval wished for, e.g. 0.03. */
  margin: v.pipe(v.number(), v.minValue(0.005), v.maxValue(0.2)),
  /** How much clusters blow up the variance; 1 for a simple random sample. */
  expectedDesignEffect: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(10))),
  /** The share of those asked who are expected to answer. */
  expectedResponse: v.optional(v.pipe(v.number(), v.minValue(0.05), v.maxValue(1))),
  channel: v.picklist(waveChannels),
  opensOn: BusinessDate,
  closesOn: BusinessDate,
  /** Six to eight anchor questions. Absent: those of the previous wave that may still be asked; without one, drawn at random over the topics. */
  questionIds: v.optional(v.pipe(v.array(Id), v.minLength(6), v.maxLength(8))),
  strata: v.pipe(v.array(Stratum), v.minLength(1), v.maxLength(2000)),
  previousWaveId: v.optional(Id)
})
export type WavePlan = v.InferOutput<typeof WavePlan>

export const Wave = v.object({
  waveId: Id,
  title: v.string(),
  state: v.picklist(waveStates),
  target: share,
  margin: v.number(),
  channel: v.picklist(waveChannels),
  opensOn: BusinessDate,
  closesOn: BusinessDate,
  questionCount: count,
  /** How many are to be asked, and how many answered or gave a reason not to. */
  sampleSize: count,
  answeredCount: count,
  nonResponseCount: count
})
export type Wave = v.InferOutput<typeof Wave>

/** One to be asked. Its token is told once, when it is drawn, to be printed or sent; the server keeps a digest of it. */
export const SampleUnit = v.object({ ...v.omit(Stratum, ['population']).entries, sampleId: Id, token: v.string() })
export type SampleUnit = v.InferOutput<typeof SampleUnit>

const interval = { n: count, estimate: share, low: share, high: share }

/** What a wave found. Intervals are Wilson's at 95 %, of the effective sample where clusters were drawn. */
export const WaveReport = v.object({
  wave: Wave,
  items: v.array(v.object({ questionId: Id, stem: v.string(), ...interval, right: count, unknown: count })),
  overall: v.object({
    ...interval,
    designEffect: v.number(),
    /** Weighted by what the frame says of community, age and sex. */
    postStratified: v.optional(share)
  }),
  /** The lower bound of the overall interval reaches the target. */
  met: v.boolean(),
  target: share,
  /** Change against the last wave on the same measure, with Newcombe's interval. */
  change: v.optional(v.object({ previousTitle: v.string(), difference: v.number(), low: v.number(), high: v.number() })),
  response: v.object({ asked: count, answered: count, nonResponse: v.record(v.picklist(nonResponseReasons), count) }),
  /** 练习正确率 of the same time, beside it and never instead of it. */
  practice: v.optional(v.object({ n: count, right: count })),
  madeAt: Instant
})
export type WaveReport = v.InferOutput<typeof WaveReport>
