import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { ContestPlan } from '#contract/quizzes-contests'
import type { ContestState } from '#contract/quiz-states'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** A contest: a plan by which everybody gets a paper of their own, and a period. Attempts at it are rows of `attempts`. */
export const contests = pgTable(
  'contests',
  {
    contestId: text('contest_id').primaryKey(),
    version: integer('version').notNull(),
    state: text('state').$type<ContestState>().notNull(),
    plan: jsonb('plan').$type<ContestPlan>().notNull(),
    /** As the plan says, for lists and the clock. */
    opensAt: at('opens_at').notNull(),
    closesAt: at('closes_at').notNull(),
    authorId: text('author_id').notNull(),
    publisherId: text('publisher_id'),
    changedAt: at('changed_at').notNull(),
    publishedAt: at('published_at'),
    cancelledAt: at('cancelled_at'),
    cancelledBy: text('cancelled_by'),
    cancelNote: text('cancel_note'),
    /** What of the budget was given; the row is locked where it changes. */
    pointsGiven: integer('points_given').notNull().default(0)
  },
  table => [index('contests_changed').on(table.changedAt.desc(), table.contestId), index('contests_period').on(table.state, table.closesAt)]
)

/** Who did what with a contest, and what its plan said then; only added to. */
export const contestHistory = pgTable(
  'contest_history',
  {
    contestId: text('contest_id').notNull(),
    version: integer('version').notNull(),
    at: at('at').notNull(),
    toState: text('to_state').$type<ContestState>().notNull(),
    actorId: text('actor_id').notNull(),
    plan: jsonb('plan').$type<ContestPlan>().notNull(),
    note: text('note')
  },
  table => [primaryKey({ columns: [table.contestId, table.version] })]
)
