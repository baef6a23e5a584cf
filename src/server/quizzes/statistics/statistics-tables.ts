import { doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { ItemFlag } from '#contract/quizzes-statistics'
import type { OptionSums } from '#server/quizzes/statistics/statistics-rules'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** What the first answers to a version of a question say, as of the last night that counted it. */
export const itemStatistics = pgTable(
  'item_statistics',
  {
    questionId: text('question_id').notNull(),
    version: integer('version').notNull(),
    answerCount: integer('answer_count').notNull(),
    rightCount: integer('right_count').notNull(),
    discrimination: doublePrecision('discrimination'),
    options: jsonb('options').$type<OptionSums[]>().notNull(),
    medianMilliseconds: integer('median_milliseconds'),
    flags: jsonb('flags').$type<ItemFlag[]>().notNull(),
    flagCount: integer('flag_count').notNull(),
    countedUntil: at('counted_until').notNull()
  },
  table => [
    primaryKey({ columns: [table.questionId, table.version] }),
    index('item_statistics_flags').on(table.flagCount.desc(), table.questionId)
  ]
)

/** How far the count of a night has come; one row a business day. */
export const statisticsNights = pgTable('statistics_nights', {
  businessDate: text('business_date').primaryKey(),
  countedUntil: at('counted_until').notNull(),
  /** The last question that is counted; empty at first. */
  lastQuestionId: text('last_question_id').notNull().default(''),
  finishedAt: at('finished_at')
})
