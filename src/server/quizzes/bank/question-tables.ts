import { boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { QuestionDraft } from '#contract/quiz-shapes'
import type { QuestionPool, QuestionState, QuestionType } from '#contract/quiz-states'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** What a law says, in one sentence that can be asked. */
export const facts = pgTable(
  'facts',
  {
    factId: text('fact_id').primaryKey(),
    topic: text('topic').notNull(),
    statement: text('statement').notNull(),
    law: text('law').notNull(),
    version: text('version').notNull(),
    article: text('article').notNull(),
    scope: text('scope').notNull(),
    reviewBy: text('review_by').notNull(),
    suspendedAt: at('suspended_at'),
    suspendedBy: text('suspended_by'),
    suspendedNote: text('suspended_note')
  },
  table => [index('facts_topic').on(table.topic, table.factId)]
)

/** A question as it stands; its words are those of its present version. */
export const questions = pgTable(
  'questions',
  {
    questionId: text('question_id').primaryKey(),
    version: integer('version').notNull(),
    state: text('state').$type<QuestionState>().notNull(),
    pool: text('pool').$type<QuestionPool>().notNull(),
    type: text('type').$type<QuestionType>().notNull(),
    topic: text('topic').notNull(),
    /** The main fact: what somebody remembers or forgets. */
    factId: text('fact_id').notNull(),
    stem: text('stem').notNull(),
    difficulty: integer('difficulty').notNull(),
    /** Asked only while none of its facts is suspended. */
    isFactSuspended: boolean('is_fact_suspended').notNull().default(false),
    /** Empty where the question came with the product. */
    authorId: text('author_id'),
    changedAt: at('changed_at').notNull()
  },
  table => [
    index('questions_changed').on(table.changedAt.desc(), table.questionId),
    index('questions_topic').on(table.state, table.pool, table.topic),
    index('questions_fact').on(table.factId)
  ]
)

/** Never changed and never deleted: an attempt is graded by the version it was given. */
export const questionVersions = pgTable(
  'question_versions',
  {
    questionId: text('question_id').notNull(),
    version: integer('version').notNull(),
    draft: jsonb('draft').$type<QuestionDraft>().notNull(),
    authorId: text('author_id'),
    createdAt: at('created_at').notNull()
  },
  table => [primaryKey({ columns: [table.questionId, table.version] })]
)

/** The facts of the present version. */
export const questionFacts = pgTable(
  'question_facts',
  { questionId: text('question_id').notNull(), factId: text('fact_id').notNull() },
  table => [primaryKey({ columns: [table.questionId, table.factId] }), index('question_facts_fact').on(table.factId)]
)

export const questionHistory = pgTable(
  'question_history',
  {
    questionId: text('question_id').notNull(),
    sequence: integer('sequence').notNull(),
    version: integer('version').notNull(),
    at: at('at').notNull(),
    /** `returned` where it went back to its author as a draft: a state alone would not tell that from a fact suspended meanwhile. */
    toState: text('to_state').$type<QuestionState | 'returned'>().notNull(),
    actorId: text('actor_id'),
    note: text('note')
  },
  table => [primaryKey({ columns: [table.questionId, table.sequence] })]
)
