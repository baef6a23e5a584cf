import { sql } from 'drizzle-orm'
import { boolean, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Answer } from '#contract/quiz-shapes'
import type { AttemptState, DrawReason, QuizMode } from '#contract/quiz-states'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const attempts = pgTable(
  'attempts',
  {
    attemptId: text('attempt_id').primaryKey(),
    personId: text('person_id').notNull(),
    mode: text('mode').$type<QuizMode>().notNull(),
    state: text('state').$type<AttemptState>().notNull(),
    topic: text('topic'),
    businessDate: text('business_date').notNull(),
    /** The contest it is an attempt at, and whether its ranking may show the person. */
    contestId: text('contest_id'),
    isShown: boolean('is_shown').notNull().default(false),
    createdAt: at('created_at').notNull(),
    deadline: at('deadline'),
    finishedAt: at('finished_at'),
    score: integer('score').notNull().default(0),
    points: integer('points').notNull().default(0),
    /** From the start to the end, at the deadline at the latest, for the ranking of a contest. */
    seconds: integer('seconds')
  },
  table => [
    index('attempts_person').on(table.personId, table.mode, table.createdAt.desc()),
    index('attempts_state').on(table.state, table.createdAt),
    uniqueIndex('attempts_contest').on(table.contestId, table.personId),
    index('attempts_ranking')
      .on(table.contestId, table.score.desc(), table.seconds, table.attemptId)
      .where(sql`contest_id is not null and state in ('submitted', 'expired')`)
  ]
)

/** One item of an attempt: a version of a question with its options in the order they were shown, frozen when it was drawn. */
export const attemptItems = pgTable(
  'attempt_items',
  {
    itemId: text('item_id').primaryKey(),
    attemptId: text('attempt_id').notNull(),
    position: integer('position').notNull(),
    personId: text('person_id').notNull(),
    questionId: text('question_id').notNull(),
    version: integer('version').notNull(),
    factId: text('fact_id').notNull(),
    topic: text('topic').notNull(),
    optionOrder: jsonb('option_order').$type<string[]>().notNull(),
    reason: text('reason').$type<DrawReason>().notNull(),
    /** Whether a right answer may earn a point: the fact was due or new when it was drawn. */
    mayEarn: boolean('may_earn').notNull(),
    answerBy: at('answer_by'),
    answer: jsonb('answer').$type<Answer>(),
    answeredAt: at('answered_at'),
    isRight: boolean('is_right'),
    milliseconds: integer('milliseconds')
  },
  table => [
    uniqueIndex('attempt_items_position').on(table.attemptId, table.position),
    index('attempt_items_question').on(table.questionId, table.version),
    index('attempt_items_person').on(table.personId, table.answeredAt),
    index('attempt_items_answered').on(table.answeredAt)
  ]
)

/** What somebody remembers of a fact: the card of FSRS. */
export const factMemories = pgTable(
  'fact_memories',
  {
    personId: text('person_id').notNull(),
    factId: text('fact_id').notNull(),
    topic: text('topic').notNull(),
    dueAt: at('due_at').notNull(),
    stabilityDays: doublePrecision('stability_days').notNull(),
    difficulty: doublePrecision('difficulty').notNull(),
    learningSteps: integer('learning_steps').notNull(),
    scheduledDays: integer('scheduled_days').notNull(),
    reviewCount: integer('review_count').notNull(),
    lapseCount: integer('lapse_count').notNull(),
    phase: integer('phase').notNull(),
    reviewedAt: at('reviewed_at').notNull()
  },
  table => [primaryKey({ columns: [table.personId, table.factId] }), index('fact_memories_due').on(table.personId, table.dueAt)]
)

/** 错题本: questions somebody last answered wrongly; a right answer takes them out. */
export const mistakes = pgTable(
  'mistakes',
  {
    personId: text('person_id').notNull(),
    questionId: text('question_id').notNull(),
    /** The item that was wrong last. */
    itemId: text('item_id').notNull(),
    topic: text('topic').notNull(),
    wrongCount: integer('wrong_count').notNull(),
    wrongAt: at('wrong_at').notNull()
  },
  table => [primaryKey({ columns: [table.personId, table.questionId] }), index('mistakes_newest').on(table.personId, table.wrongAt.desc())]
)
