import * as v from 'valibot'
import { command, query } from '#contract/operation'
import { Answer, Attempt, Item, Locked, LockedItem, Topic, TopicKnowledge } from '#contract/quiz-shapes'
import { Count, Cursor, Id, Nothing } from '#contract/shapes'

const count = Count

/** Practice: everybody learns at their own pace, and nothing is told before it is answered. */
export const learningOperations = {
  startDaily: command({
    summary:
      '每日一练: five items, three due, one new, one of a weak topic as far as there are such. An unfinished one of today goes on, and one of yesterday for half an hour after midnight.',
    input: Nothing,
    output: Attempt,
    refusals: ['consent-needed', 'nothing-to-practise']
  }),
  startTopic: command({
    summary: '专题练习: up to ten items of one topic, those likely to be forgotten first. An unfinished one of the topic goes on.',
    input: v.object({ topic: Topic }),
    output: Attempt,
    refusals: ['consent-needed', 'not-found', 'nothing-to-practise']
  }),
  startMistakes: command({
    summary: '错题本: up to ten items last answered wrongly. Refused as `nothing-to-practise` where there are none.',
    input: Nothing,
    output: Attempt,
    refusals: ['consent-needed', 'nothing-to-practise']
  }),
  startChallenge: command({
    summary: '挑战答题: one item at a time, each with its seconds; the first wrong or late one ends it.',
    input: Nothing,
    output: Attempt,
    refusals: ['consent-needed', 'nothing-to-practise']
  }),
  getAttempt: query({
    summary: 'One of my attempts as it stands, to go on with or to look at.',
    input: v.object({ attemptId: Id }),
    output: Attempt,
    refusals: ['attempt-not-found']
  }),
  answerItem: command({
    summary: 'Locks the answer to one item; only then it says what was right and why. The same answer again gives the same reply.',
    input: v.object({
      attemptId: Id,
      itemId: Id,
      answer: Answer,
      /** How long it was looked at, as the phone says; for statistics of items, never for points. */
      milliseconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3_600_000)))
    }),
    output: v.union([
      v.object({ ...Locked.entries, /** The next item of a challenge. */ next: v.optional(Item) }),
      /** In a contest nothing else is told before its end. */
      v.object({ accepted: v.literal(true) })
    ]),
    refusals: ['attempt-not-found', 'attempt-closed', 'attempt-expired', 'item-not-in-attempt', 'already-answered']
  }),
  finishAttempt: command({
    summary: 'Ends an attempt: what was right, which points came of it. Again it says the same.',
    input: v.object({ attemptId: Id }),
    output: v.object({
      score: count,
      total: count,
      points: count,
      /** Facts answered rightly that had been new or forgotten: what this attempt added. */
      learned: v.array(v.object({ topic: Topic, statement: v.string() })),
      /** Days in a row up to today with a daily five; missing days cost nothing but the row. */
      streakDays: count
    }),
    refusals: ['attempt-not-found']
  }),
  getMyKnowledge: query({
    summary: 'My map of topics: what I have learnt, what is due, and what today brought.',
    input: Nothing,
    output: v.object({
      topics: v.array(TopicKnowledge),
      dueCount: count,
      /** Facts that become due tomorrow, beyond those due already. */
      dueTomorrowCount: count,
      mistakeCount: count,
      streakDays: count,
      isDailyDone: v.boolean(),
      /** An unfinished attempt to go on with. */
      openAttemptId: v.optional(Id),
      pointsToday: count,
      /** Most that answers may earn today by the rule in force; absent where it sets no limit. */
      pointsTodayMax: v.optional(count)
    })
  }),
  listMyMistakes: query({
    summary: 'Items I last answered wrongly, newest first, each with what is right. Those of an unfinished attempt are left out.',
    input: v.object({ cursor: v.optional(Cursor), topic: v.optional(Topic) }),
    output: v.object({ mistakes: v.array(LockedItem), nextCursor: v.optional(Cursor) })
  }),
  listTopics: query({
    summary: 'Topics with how many questions each has for practice.',
    isOpen: true,
    input: Nothing,
    output: v.object({ topics: v.array(v.object({ topic: Topic, questionCount: count })) })
  })
}
