import * as v from 'valibot'
import { BusinessDate, Count, Id, Instant, line, Picture, text } from '#contract/shapes'

const count = Count
const atLeastOne = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(max))

/** Rules that award points; their words stand in the app. */
export const pointRules = ['report-solved', 'report-followed', 'volunteering', 'quizzes', 'contests'] as const
export type PointRule = (typeof pointRules)[number]

/** What may be set: each rule, what all from reports share, and what one person gets from everything in a day. */
export const ruleScopes = [...pointRules, 'reports', 'overall'] as const
export type RuleScope = (typeof ruleScopes)[number]

/** What a transaction does, after `points.md`. */
export const transactionKinds = ['award', 'release', 'freeze', 'hold', 'capture', 'void', 'expire', 'reverse', 'adjust'] as const
export type TransactionKind = (typeof transactionKinds)[number]

export const personAccounts = ['pending', 'available', 'held', 'debt'] as const
export type PersonAccount = (typeof personAccounts)[number]

/** Which limit cut an award: of a day, week or month of its rule, of a day over everything, or the budget. */
export const clipReasons = ['day', 'week', 'month', 'overall', 'budget'] as const
export type ClipReason = (typeof clipReasons)[number]

/** One line a person can read: what, when, by which rule, for what, and what was clipped by a cap. */
export const PointLine = v.object({
  at: Instant,
  on: BusinessDate,
  /** Change to what the person sees in `account`, in points; negative where points go. */
  amount: v.number(),
  account: v.picklist(personAccounts),
  kind: v.picklist(transactionKinds),
  rule: v.string(),
  reason: v.string(),
  /** Where it came from, e.g. `report:<id>`, `hours:<id>` or `redemption:<id>`. */
  cause: v.string(),
  /** Points the rule would have given beyond the cap. */
  clipped: v.optional(v.number()),
  clippedBy: v.optional(v.picklist(clipReasons)),
  /** Of what became available: how much of it is left, and the last day it can be used. */
  lot: v.optional(v.object({ left: count, expiresOn: BusinessDate }))
})
export type PointLine = v.InferOutput<typeof PointLine>

/** Most a person gets by a rule; absent is no limit. Weeks begin on Monday; all days are business dates. */
export const RuleCaps = v.object({
  perDay: v.optional(count),
  perWeek: v.optional(count),
  perMonth: v.optional(count)
})
export type RuleCaps = v.InferOutput<typeof RuleCaps>

/** One version of a rule: in force from a business date until the next version is. */
export const RuleVersion = v.object({
  rule: v.picklist(ruleScopes),
  version: v.number(),
  /** Points for one report, one hour, one right answer; absent where the scope only limits, or where each contest says it. */
  value: v.optional(count),
  caps: RuleCaps,
  /** Points the rule may give everybody together in a calendar year; absent is no limit. */
  budget: v.optional(count),
  effectiveFrom: BusinessDate
})
export type RuleVersion = v.InferOutput<typeof RuleVersion>

/** Kinds of rewards: 生活用品, 文化 (门票, 图书馆), 健康 (体检, 理发), 服务, 纪念品. */
export const rewardKinds = ['daily', 'culture', 'health', 'service', 'keepsake'] as const
export const rewardStates = ['draft', 'open', 'closed'] as const
export type RewardState = (typeof rewardStates)[number]
/** How long the limit for one person counts. */
export const limitPeriods = ['ever', 'year', 'month'] as const

export const redemptionStates = ['reserved', 'confirmed', 'ready', 'fulfilled', 'cancelled', 'expired'] as const
export type RedemptionState = (typeof redemptionStates)[number]

export const RewardPlan = v.object({
  title: v.pipe(line(30), v.minLength(2)),
  description: v.optional(text(300)),
  kind: v.picklist(rewardKinds),
  communityId: Id,
  photoFileId: v.optional(Id),
  /** In points; no ¥ rate is ever printed. */
  price: atLeastOne(10_000),
  perPersonLimit: atLeastOne(100),
  limitPeriod: v.optional(v.picklist(limitPeriods)),
  opensOn: v.optional(BusinessDate),
  closesOn: v.optional(BusinessDate),
  pickUpPlace: v.pipe(line(60), v.minLength(2)),
  pickUpHours: v.pipe(line(60), v.minLength(2)),
  sponsor: v.optional(line(40)),
  /** Staff get it ready first and say so; otherwise it can be fetched at once. */
  needsPreparing: v.optional(v.boolean())
})
export type RewardPlan = v.InferOutput<typeof RewardPlan>

export const Reward = v.object({
  rewardId: Id,
  version: v.number(),
  state: v.picklist(rewardStates),
  ...v.omit(RewardPlan, ['photoFileId']).entries,
  communityName: v.string(),
  limitPeriod: v.picklist(limitPeriods),
  needsPreparing: v.boolean(),
  photo: v.optional(Picture),
  stockLeft: count,
  /** How many more I may have now, by the limit. */
  leftForMe: v.optional(count)
})
export type Reward = v.InferOutput<typeof Reward>

export const Redemption = v.object({
  redemptionId: Id,
  rewardId: Id,
  title: v.string(),
  photo: v.optional(Picture),
  quantity: atLeastOne(100),
  /** Points held for it, or spent. */
  points: count,
  state: v.picklist(redemptionStates),
  createdAt: Instant,
  /** Until when it is kept: fifteen minutes for a reservation, thirty days to fetch it. */
  keptUntil: v.optional(Instant),
  fulfilledAt: v.optional(Instant),
  pickUpPlace: v.string(),
  pickUpHours: v.string(),
  mayCancel: v.boolean()
})
export type Redemption = v.InferOutput<typeof Redemption>

/** A redemption as staff see it; the name is masked. */
export const StaffRedemption = v.object({
  ...v.omit(Redemption, ['mayCancel']).entries,
  maskedName: v.string(),
  /** Staff redeemed it for somebody without a phone. */
  isOnBehalf: v.boolean()
})
export type StaffRedemption = v.InferOutput<typeof StaffRedemption>

export const adjustmentStates = ['proposed', 'approved', 'refused'] as const
export const Adjustment = v.object({
  adjustmentId: Id,
  maskedName: v.string(),
  amount: v.number(),
  reason: v.string(),
  state: v.picklist(adjustmentStates),
  proposedAt: Instant,
  proposer: v.string(),
  isMine: v.boolean(),
  decidedAt: v.optional(Instant),
  decider: v.optional(v.string()),
  note: v.optional(v.string())
})
export type Adjustment = v.InferOutput<typeof Adjustment>

/** Badges come from verified facts only. */
export const badgeKinds = [
  'first-report',
  'reports-10',
  'reports-50',
  'first-service',
  'hours-10',
  'hours-50',
  'hours-200',
  'days-7',
  'days-30',
  'all-topics'
] as const
export type BadgeKind = (typeof badgeKinds)[number]
