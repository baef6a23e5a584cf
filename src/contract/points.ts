import * as v from 'valibot'
import { query } from '#contract/operation'
import { officeOperations } from '#contract/points-office'
import { rewardOperations } from '#contract/points-rewards'
import { PointLine } from '#contract/points-shapes'
import { BusinessDate, Cursor } from '#contract/shapes'

/** Points for a report closed as solved, for following it, and the most one person gets from reports in a day. */
export const REPORT_SOLVED_POINTS = 5
export const REPORT_FOLLOWED_POINTS = 1

/** 积分: thanks for verified work, every number with the lines behind it. */
export const points = {
  getMyPoints: query({
    summary: 'My points and the lines behind them, newest first.',
    input: v.object({ cursor: v.optional(Cursor) }),
    output: v.object({
      available: v.number(),
      pending: v.number(),
      held: v.number(),
      debt: v.number(),
      /** What is available now by the last day it can be used, soonest first. */
      expiring: v.array(v.object({ amount: v.number(), on: BusinessDate })),
      isFrozen: v.boolean(),
      lines: v.array(PointLine),
      nextCursor: v.optional(Cursor)
    })
  }),
  ...rewardOperations,
  ...officeOperations
}
