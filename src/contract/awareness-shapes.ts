import * as v from 'valibot'
import { BusinessDate, Count, Id, Instant, line, measure } from '#contract/shapes'

const count = Count
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
  title: v.pipe(line(60), v.minLength(2)),
  /** The share to be reached, e.g. 0.9: met only where the lower bound of the interval reaches it. */
  target: measure(0.5, 0.99),
  /** Half of the width of the 95 % interval wished for, e.g. 0.03. */
  margin: measure(0.005, 0.2),
  /** How much clusters blow up the variance; 1 for a simple random sample. */
  expectedDesignEffect: v.optional(measure(1, 10)),
  /** The share of those asked who are expected to answer. */
  expectedResponse: v.optional(measure(0.05, 1)),
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

const place = v.omit(Stratum, ['population']).entries
const nonResponseCounts = v.record(v.picklist(nonResponseReasons), count)

/**
 * One to be asked. Its token is told once, when it is drawn or renewed, to be printed or sent; the server keeps a digest of it.
 * `number` counts the sample from 1: what people call one by on paper and on the phone.
 */
export const SampleUnit = v.object({ ...place, sampleId: Id, number: count, token: v.string() })
export type SampleUnit = v.InferOutput<typeof SampleUnit>

/** Where one of the sample stands: answered, silent for a reason, or left to be asked. Nothing says what was answered. */
export const sampleStandings = ['left', 'answered', 'silent'] as const
export const SampleLine = v.object({
  ...place,
  sampleId: Id,
  number: count,
  standing: v.picklist(sampleStandings),
  nonResponse: v.optional(v.object({ reason: v.picklist(nonResponseReasons), note: v.optional(v.string()), at: Instant }))
})
export type SampleLine = v.InferOutput<typeof SampleLine>

/** A stratum with how many are asked there (before the draw: will be), and how far that is. */
export const WaveCell = v.object({ ...Stratum.entries, asked: count, answered: count, nonResponse: nonResponseCounts })
export type WaveCell = v.InferOutput<typeof WaveCell>

/** How many answers a plan needs, how many to ask for them, and of how many people's right answers the target could be claimed. */
export const SampleSize = v.object({
  completed: v.number(),
  asked: v.number(),
  rightToClaim: v.optional(v.number()),
  /**
   * Where several communities are asked: how many people of a simple random sample the answers are worth, and half of the width of the
   * interval that comes of it. With few communities the report reckons by Student's t, and both are worse than what the plan wished for.
   */
  effectiveSize: v.optional(v.number()),
  expectedMargin: v.optional(share)
})
export type SampleSize = v.InferOutput<typeof SampleSize>

/** One wave with its frame, its questions and its progress. */
export const WaveDetail = v.object({
  wave: Wave,
  expectedDesignEffect: v.optional(v.number()),
  expectedResponse: v.optional(v.number()),
  previous: v.optional(v.object({ waveId: Id, title: v.string() })),
  size: SampleSize,
  questions: v.array(v.object({ questionId: Id, stem: v.string() })),
  cells: v.array(WaveCell)
})
export type WaveDetail = v.InferOutput<typeof WaveDetail>

const interval = { n: count, estimate: share, low: share, high: share }

/** What a wave found. Intervals are Wilson's at 95 %, of the effective sample where several communities were asked. */
export const WaveReport = v.object({
  wave: Wave,
  items: v.array(v.object({ questionId: Id, stem: v.string(), ...interval, right: count, unknown: count })),
  overall: v.object({
    ...interval,
    designEffect: v.number(),
    /** How many communities answered, and how many people of a simple random sample would say as much; absent in old findings. */
    clusterCount: v.optional(count),
    effectiveSize: v.optional(v.number()),
    /** Weighted by what the frame says of community, age and sex. */
    postStratified: v.optional(share)
  }),
  /** The lower bound of the overall interval reaches the target. */
  met: v.boolean(),
  target: share,
  /** Change against the last wave on the same measure, with Newcombe's interval. */
  change: v.optional(v.object({ previousTitle: v.string(), difference: v.number(), low: v.number(), high: v.number() })),
  response: v.object({ asked: count, answered: count, nonResponse: nonResponseCounts }),
  /** 练习正确率 of the same time, beside it and never instead of it. */
  practice: v.optional(v.object({ n: count, right: count })),
  madeAt: Instant,
  /** When the office let it out; from then on it is for good. */
  reportedAt: v.optional(Instant)
})
export type WaveReport = v.InferOutput<typeof WaveReport>
