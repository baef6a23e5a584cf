import * as v from 'valibot'
import { query } from '#contract/operation'
import { BusinessDate, Cursor, Instant } from '#contract/shapes'

/** Points for a report closed as solved, for following it, and the most one person gets from reports in a day. */
export const REPORT_SOLVED_POINTS = 5
export const REPORT_FOLLOWED_POINTS = 1
export const REPORT_POINTS_PER_DAY_MAX = 20
export const QUIZ_POINTS_PER_DAY_MAX = 6

/** Rules that award points; their words stand in the app. More rules come with quizzes. */
export const pointRules = ['report-solved', 'report-followed', 'volunteering', 'quizzes'] as const
export type PointRule = (typeof pointRules)[number]

/** What a transaction does, after `points.md`. */
export const transactionKinds = ['award', 'release', 'freeze', 'hold', 'capture', 'void', 'expire', 'reverse', 'adjust'] as const
export type TransactionKind = (typeof transactionKinds)[number]

/** One line a person can read: what, when, by which rule, for what, and what was clipped by a cap. */
export const PointLine = v.object({
  at: Instant,
  on: BusinessDate,
  /** Change to what the person sees in `account`, in points; negative where points go. */
  amount: v.number(),
  account: v.picklist(['pending', 'available', 'held', 'debt']),
  kind: v.picklist(transactionKinds),
  rule: v.string(),
  reason: v.string(),
  /** Where it came from, e.g. `report:<id>` or `hours:<id>`. */
  cause: v.string(),
  /** Points the rule would have given beyond the cap. */
  clipped: v.optional(v.number())
})
export type PointLine = v.InferOutput<typeof PointLine>

export const points = {
  getMyPoints: query({
    summary: 'My points and the lines behind them, newest first.',
    input: v.object({ cursor: v.optional(Cursor) }),
    output: v.object({
      available: v.number(),
      pending: v.number(),
      debt: v.number(),
      lines: v.array(PointLine),
      nextCursor: v.optional(Cursor)
    })
  })
}
