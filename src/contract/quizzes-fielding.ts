import * as v from 'valibot'
import { nonResponseReasons, Stratum, Wave } from '#contract/awareness-shapes'
import { command, query } from '#contract/operation'
import { Option } from '#contract/quiz-shapes'
import { Count, Id, IdempotencyKey, Instant, line, Nothing, text } from '#contract/shapes'

const count = Count
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** One visit or call that brought no answers. */
const Attempt = v.object({ attemptedAt: Instant, reason: v.picklist(nonResponseReasons), note: v.optional(v.string()) })

/** One of the sample in the hands of an interviewer: where to look and for whom, never a name or a telephone. Its form holds no key. */
export const Interview = v.object({
  ...v.omit(Stratum, ['population']).entries,
  waveId: Id,
  sampleId: Id,
  /** What the office and the letter call it by. */
  number: count,
  communityName: v.string(),
  /** Given back by itself then, unless something is done about it before. */
  heldUntil: Instant,
  /** Earlier ones, whoever made them, oldest first. */
  attempts: v.array(Attempt),
  items: v.array(v.object({ itemId: Id, stem: v.string(), options: v.array(Option) }))
})
export type Interview = v.InferOutput<typeof Interview>

/** A wave as one who asks for it sees it. */
export const InterviewWave = v.object({
  ...v.pick(Wave, ['waveId', 'title', 'channel', 'closesOn']).entries,
  /** How many of the sample nobody holds and nobody has finished, by community. */
  communities: v.array(v.object({ communityId: Id, communityName: v.string(), freeCount: count })),
  units: v.array(Interview),
  /** How many interviews of this wave are done by whoever asks; what they found is the office's. */
  doneCount: count
})
export type InterviewWave = v.InferOutput<typeof InterviewWave>

/** A wave somebody asks for, in a line. */
export const FieldworkWave = v.object({ ...v.pick(Wave, ['waveId', 'title']).entries, heldCount: count })
export type FieldworkWave = v.InferOutput<typeof FieldworkWave>

/** What the office may wonder about: much quicker than the others, or nobody who said 不知道. */
export const interviewSigns = ['quick', 'never-unknown'] as const

export const Interviewer = v.object({
  personId: Id,
  displayName: v.string(),
  /** False for one who was taken off the wave after having asked somebody. */
  isNamed: v.boolean(),
  heldCount: count,
  interviewCount: count,
  attemptCount: count,
  /** Of one interview from its first question to its last, as the phones say. */
  medianSeconds: v.optional(v.number()),
  /** Of all answers taken down, how many were 不知道. */
  unknownShare: v.optional(share),
  signs: v.array(v.picklist(interviewSigns))
})
export type Interviewer = v.InferOutput<typeof Interviewer>

/** Who asks for a wave, and all of them taken together. Never how many answers were right: that is no measure of who asked. */
export const Interviewers = v.object({
  interviewers: v.array(Interviewer),
  overall: v.object({ interviewCount: count, medianSeconds: v.optional(v.number()), unknownShare: v.optional(share) })
})
export type Interviewers = v.InferOutput<typeof Interviewers>

const OneUnit = v.object({ waveId: Id, sampleId: Id, idempotencyKey: IdempotencyKey })

/** Fielding by interviewers, at the door or on the telephone. They are named by the office; what they hold is theirs alone. */
export const fieldingOperations = {
  findInterviewers: query({
    summary: 'People whose displayed name begins so, at most 20, to be named interviewers (office).',
    input: v.object({ name: v.pipe(line(20), v.minLength(1)) }),
    output: v.object({ people: v.array(v.object({ personId: Id, displayName: v.string() })), isMore: v.boolean() }),
    refusals: ['not-found']
  }),
  setInterviewers: command({
    summary: 'Names who asks for a wave; whoever is left out gives back what they hold (office).',
    input: v.object({ waveId: Id, personIds: v.pipe(v.array(Id), v.maxLength(200)) }),
    output: Interviewers,
    refusals: ['not-found', 'move-not-allowed']
  }),
  listInterviewers: query({
    summary: 'Who asks for a wave and how it goes, so that invented interviews stand out (office).',
    input: v.object({ waveId: Id }),
    output: Interviewers,
    refusals: ['not-found']
  }),
  listInterviews: query({
    summary: 'My waves in fielding, and what I hold of each with its form.',
    input: v.object({ waveId: v.optional(Id) }),
    output: v.object({ waves: v.array(InterviewWave) })
  }),
  getMyFieldwork: query({
    summary: 'The waves in fielding I am an interviewer of, and how many households I hold of each; nothing for everybody else.',
    input: Nothing,
    output: v.object({ waves: v.array(FieldworkWave) })
  }),
  takeInterviews: command({
    summary: 'Takes some of the sample of a community, each with a form of its own; nobody else is given them.',
    input: v.object({
      waveId: Id,
      communityId: Id,
      count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
      idempotencyKey: IdempotencyKey
    }),
    output: v.object({ units: v.array(Interview) }),
    refusals: ['not-found', 'move-not-allowed', 'over-limit']
  }),
  giveBackInterviews: command({
    summary: 'Gives back some of what I hold, so that others may take it.',
    input: v.object({ waveId: Id, sampleIds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(100)) }),
    output: v.object({ givenBackCount: count }),
    refusals: ['not-found']
  }),
  recordInterview: command({
    summary: 'Brings the answers somebody gave to an interviewer, perhaps hours ago without network. Nothing is told about right or wrong.',
    input: v.object({
      ...OneUnit.entries,
      answers: v.pipe(v.array(v.object({ itemId: Id, optionId: v.optional(Id) })), v.minLength(1), v.maxLength(8)),
      /** By the clock of the phone; only how long it took is kept. */
      startedAt: Instant,
      endedAt: Instant
    }),
    output: v.object({ accepted: v.literal(true) }),
    refusals: ['not-found', 'move-not-allowed', 'token-used', 'unit-passed-on']
  }),
  logInterviewAttempt: command({
    summary: 'A visit or call that brought no answers: the first and three more. Again within the hour it corrects the one before.',
    input: v.object({
      ...OneUnit.entries,
      reason: v.picklist(nonResponseReasons),
      note: v.optional(text(100)),
      attemptedAt: Instant
    }),
    output: v.object({ attempts: v.array(Attempt) }),
    refusals: ['not-found', 'move-not-allowed', 'token-used', 'unit-passed-on', 'over-limit']
  })
}
