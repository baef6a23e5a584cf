import * as v from 'valibot'
import { command, query } from '#contract/operation'
import { Attempt, Topic } from '#contract/quiz-shapes'
import { attemptStates, contestPhases, contestStates, questionTypes } from '#contract/quiz-states'
import { Count, Cursor, Id, Instant, line, onceKey, text, Version } from '#contract/shapes'

const count = Count
const from1To = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(max))

/** One part of a paper: so many items drawn at random from the questions for practice that fit. What is absent fits any. */
export const ContestStratum = v.object({
  topic: v.optional(Topic),
  type: v.optional(v.picklist(questionTypes)),
  difficulty: v.optional(from1To(3)),
  count: from1To(50)
})
export type ContestStratum = v.InferOutput<typeof ContestStratum>

/** What a contest gives: points for each right answer, up to a most for a person, until its budget is used up. */
export const ContestAward = v.object({ pointsPerRight: from1To(5), perPersonMax: from1To(60), budget: from1To(1_000_000) })
export type ContestAward = v.InferOutput<typeof ContestAward>

export const ContestPlan = v.object({
  title: v.pipe(line(40), v.minLength(2)),
  introduction: v.optional(text(300)),
  opensAt: Instant,
  closesAt: Instant,
  /** How long one attempt lasts; it ends with the contest at the latest. */
  minutes: from1To(180),
  /** Every participant gets a paper of their own from these, no question twice, at most 100 items in all. */
  strata: v.pipe(v.array(ContestStratum), v.minLength(1), v.maxLength(20)),
  award: v.optional(ContestAward)
})
export type ContestPlan = v.InferOutput<typeof ContestPlan>

export const Contest = v.object({
  contestId: Id,
  title: v.string(),
  introduction: v.optional(v.string()),
  state: v.picklist(contestStates),
  /** Where a published contest stands in time, as the server's clock says. */
  phase: v.picklist(contestPhases),
  opensAt: Instant,
  closesAt: Instant,
  minutes: v.number(),
  itemCount: count,
  award: v.optional(v.omit(ContestAward, ['budget'])),
  /** Why it was called off, as the office says it to everybody; of a cancelled one only. */
  cancelNote: v.optional(v.string()),
  participantCount: count,
  /** My one attempt at it. The score is told when the attempt is over, what was right when the contest is. */
  mine: v.optional(
    v.object({
      attemptId: Id,
      state: v.picklist(attemptStates),
      deadline: Instant,
      score: v.optional(count),
      points: v.optional(count),
      /** Whether the ranking may show me, under a masked name. */
      isShown: v.boolean()
    })
  )
})
export type Contest = v.InferOutput<typeof Contest>

/** A contest as the office plans it. */
export const PlannedContest = v.object({
  contest: Contest,
  version: v.number(),
  plan: ContestPlan,
  /** Written by who asks: then somebody else publishes it. */
  isMine: v.boolean(),
  /** For each stratum how many questions fit now. */
  fitting: v.array(count),
  submittedCount: count,
  /** Of the budget. */
  pointsGiven: count,
  meanScore: v.optional(v.number())
})
export type PlannedContest = v.InferOutput<typeof PlannedContest>

export const RankedParticipant = v.object({
  rank: v.number(),
  maskedName: v.string(),
  score: count,
  /** From the start to the end of the attempt. */
  seconds: count,
  isMe: v.boolean()
})
export type RankedParticipant = v.InferOutput<typeof RankedParticipant>

const One = v.object({ contestId: Id })

/** 知识竞赛: one attempt each, a deadline of the server, nothing told before the end. */
export const contestOperations = {
  listContests: query({
    summary:
      'Published contests, those open now first, then those to come, then those over; one that was called off stands among the last, with the reason.',
    input: v.object({ cursor: v.optional(Cursor) }),
    output: v.object({ contests: v.array(Contest), nextCursor: v.optional(Cursor) })
  }),
  getContest: query({
    summary: 'One contest that is or was published, and my attempt at it.',
    input: One,
    output: Contest,
    refusals: ['not-found']
  }),
  startContest: command({
    summary: 'Draws my paper and starts my time; an unfinished attempt goes on with the time that is left. There is one attempt.',
    input: v.object({ contestId: Id, isShown: v.optional(v.boolean()) }),
    output: Attempt,
    refusals: ['consent-needed', 'not-found', 'contest-not-open', 'attempt-closed', 'attempt-expired']
  }),
  chooseRanking: command({
    summary: 'Whether the ranking of a contest may show me, under a masked name; changed at any time.',
    input: v.object({ contestId: Id, isShown: v.boolean() }),
    output: Contest,
    refusals: ['not-found', 'attempt-not-found']
  }),
  getContestRanking: query({
    summary:
      'The ranking of a contest that is over: by score, then by time. Only those who chose to be shown, masked; ranks count everybody.',
    input: v.object({ contestId: Id, cursor: v.optional(Cursor) }),
    output: v.object({
      participants: v.array(RankedParticipant),
      mine: v.optional(RankedParticipant),
      participantCount: count,
      nextCursor: v.optional(Cursor)
    }),
    refusals: ['not-found', 'contest-not-over']
  }),
  listPlannedContests: query({
    summary: 'Contests as the office plans them, last changed first. For editors and admins only, as all below.',
    input: v.object({ cursor: v.optional(Cursor) }),
    output: v.object({ planned: v.array(PlannedContest), nextCursor: v.optional(Cursor) }),
    refusals: ['not-found']
  }),
  getPlannedContest: query({ summary: 'One contest with its plan.', input: One, output: PlannedContest, refusals: ['not-found'] }),
  saveContest: command({
    summary: 'Writes a contest, or changes one that is not published yet.',
    input: v.object({ ...onceKey, contestId: v.optional(Id), version: v.optional(Version), plan: ContestPlan }),
    output: PlannedContest,
    refusals: ['not-found', 'stale-version', 'move-not-allowed', 'contest-faults']
  }),
  publishContest: command({
    summary: 'Publishes a contest that somebody else wrote; every stratum must have questions enough.',
    input: v.object({ contestId: Id, version: Version }),
    output: PlannedContest,
    refusals: ['not-found', 'stale-version', 'move-not-allowed', 'same-person', 'contest-faults']
  }),
  cancelContest: command({
    summary:
      'Calls a contest off before its end; attempts become void and give nothing, points given stay. The note is told to everybody who knew of it.',
    input: v.object({ contestId: Id, version: Version, note: v.pipe(text(200), v.minLength(2)) }),
    output: PlannedContest,
    refusals: ['not-found', 'stale-version', 'move-not-allowed']
  })
}
