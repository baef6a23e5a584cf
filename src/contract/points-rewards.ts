import * as v from 'valibot'
import { command, query } from '#contract/operation'
import {
  badgeKinds,
  Redemption,
  redemptionStates,
  Reward,
  rewardKinds,
  RewardPlan,
  rewardStates,
  StaffRedemption
} from '#contract/points-shapes'
import { BusinessDate, Count, Cursor, Id, IdempotencyKey, Instant, line, Month, Nothing, onceKey, text, Version } from '#contract/shapes'

const count = Count
const OneReward = v.object({ rewardId: Id })
const OneRedemption = v.object({ redemptionId: Id })
const Quantity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))
const Note = v.pipe(text(200), v.minLength(2))
const BoardRow = v.object({ rank: v.number(), maskedName: v.string(), contribution: count, isMe: v.boolean() })
const redeemRefusals = ['not-found', 'consent-needed', 'reward-not-open', 'not-enough-points', 'out-of-stock', 'over-limit'] as const

/** 积分超市: small thanks with real stock. Stock, limit and the points held change in one transaction. */
export const rewardOperations = {
  listRewards: query({
    summary: 'Rewards on the shelf, those of a community or all, those that can be had first.',
    isOpen: true,
    input: v.object({ communityId: v.optional(Id), kind: v.optional(v.picklist(rewardKinds)), cursor: v.optional(Cursor) }),
    output: v.object({ rewards: v.array(Reward), nextCursor: v.optional(Cursor) })
  }),
  getReward: query({ summary: 'One reward.', isOpen: true, input: OneReward, output: Reward, refusals: ['not-found'] }),
  redeemReward: command({
    summary:
      'Takes a reward: points are held, stock is kept. With `isReservation` it is kept for fifteen minutes until it is confirmed; otherwise it is confirmed at once, and ready where nothing has to be prepared.',
    input: v.object({ rewardId: Id, quantity: Quantity, isReservation: v.optional(v.boolean()), idempotencyKey: IdempotencyKey }),
    output: v.object({ redemptionId: Id, state: v.picklist(redemptionStates), keptUntil: v.optional(Instant) }),
    refusals: redeemRefusals
  }),
  confirmRedemption: command({
    summary: 'Confirms what was reserved; again it says the same.',
    input: OneRedemption,
    output: v.object({ state: v.picklist(redemptionStates) }),
    refusals: ['not-found', 'redemption-closed']
  }),
  getRedemption: query({
    summary: 'One of my redemptions; while it can be fetched, with a code that changes every half minute.',
    input: OneRedemption,
    output: v.object({ ...Redemption.entries, code: v.optional(v.string()), validForSeconds: v.optional(v.number()) }),
    refusals: ['not-found']
  }),
  listMyRedemptions: query({
    summary: 'My redemptions, those to fetch first, then newest first.',
    input: v.object({ cursor: v.optional(Cursor) }),
    output: v.object({ redemptions: v.array(Redemption), nextCursor: v.optional(Cursor) })
  }),
  cancelRedemption: command({
    summary: 'Gives a redemption back before it is fetched: the same points return, the stock too. Again it says the same.',
    input: OneRedemption,
    output: v.object({ state: v.picklist(redemptionStates) }),
    refusals: ['not-found', 'redemption-closed']
  }),
  listManagedRewards: query({
    summary: 'Rewards of the communities somebody looks after, with stock. For liaisons, supervisors and admins of the area, as all below.',
    input: v.object({ state: v.optional(v.picklist(rewardStates)), cursor: v.optional(Cursor) }),
    output: v.object({
      rewards: v.array(v.object({ reward: Reward, stockReceived: count, heldCount: count, fulfilledCount: count })),
      nextCursor: v.optional(Cursor)
    }),
    refusals: ['not-found']
  }),
  createReward: command({
    summary: 'Puts a reward on the shelf with its first stock; without `isDraft` it is open at once.',
    input: v.object({
      ...RewardPlan.entries,
      ...onceKey,
      stock: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
      isDraft: v.optional(v.boolean())
    }),
    output: v.object({ rewardId: Id, reward: Reward }),
    refusals: ['not-found', 'reward-faults']
  }),
  saveReward: command({
    summary: 'Changes a reward; what was redeemed keeps its price.',
    input: v.object({ rewardId: Id, version: Version, plan: RewardPlan }),
    output: Reward,
    refusals: ['not-found', 'stale-version', 'reward-faults']
  }),
  moveReward: command({
    summary: 'Opens or closes a reward. What is held can still be fetched.',
    input: v.object({ rewardId: Id, version: Version, to: v.picklist(rewardStates) }),
    output: Reward,
    refusals: ['not-found', 'stale-version', 'move-not-allowed']
  }),
  countStock: command({
    summary:
      'Stock-take, or goods that came: what lies on the shelf now, those kept for somebody included; the difference is written down with its reason.',
    input: v.object({
      rewardId: Id,
      version: Version,
      counted: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
      note: Note
    }),
    output: Reward,
    refusals: ['not-found', 'stale-version', 'below-taken']
  }),
  listStockMoves: query({
    summary: 'How the stock of a reward changed, newest first.',
    input: v.object({ rewardId: Id, cursor: v.optional(Cursor) }),
    output: v.object({
      moves: v.array(
        v.object({
          at: Instant,
          change: v.number(),
          kind: v.picklist(['received', 'counted', 'kept', 'returned', 'handed-over']),
          actor: v.optional(v.string()),
          note: v.optional(v.string())
        })
      ),
      nextCursor: v.optional(Cursor)
    }),
    refusals: ['not-found']
  }),
  listRedemptionsToServe: query({
    summary: 'What waits to be prepared or fetched in my communities, oldest first; or what was handed over, newest first.',
    input: v.object({ rewardId: v.optional(Id), state: v.optional(v.picklist(redemptionStates)), cursor: v.optional(Cursor) }),
    output: v.object({ redemptions: v.array(StaffRedemption), nextCursor: v.optional(Cursor) }),
    refusals: ['not-found']
  }),
  markRedemptionReady: command({
    summary: 'It is prepared and can be fetched.',
    input: OneRedemption,
    output: StaffRedemption,
    refusals: ['not-found', 'redemption-closed']
  }),
  fulfilRedemption: command({
    summary: 'Hands over what the code is for, once; a second scan says so. Nobody hands over to themselves.',
    input: v.object({ code: v.pipe(line(120), v.minLength(8)) }),
    output: StaffRedemption,
    refusals: ['not-found', 'code-expired', 'code-used', 'redemption-closed', 'same-person']
  }),
  redeemForPerson: command({
    summary: 'Redeems and hands over for somebody without a phone, by their paper card, with their consent recorded.',
    input: v.object({
      rewardId: Id,
      quantity: Quantity,
      cardCode: v.pipe(line(200), v.minLength(8)),
      /** How they agreed: said so in front of staff, or signed a paper kept at the desk. */
      consent: v.picklist(['said-so', 'signed']),
      idempotencyKey: IdempotencyKey
    }),
    output: StaffRedemption,
    refusals: [...redeemRefusals, 'same-person']
  }),
  getCommunityBoard: query({
    summary: 'Who contributed what this month in a community, verified work only; those who chose to be shown, masked.',
    input: v.object({ communityId: Id, month: v.optional(Month) }),
    output: v.object({
      month: Month,
      communityName: v.string(),
      rows: v.array(BoardRow),
      mine: v.optional(BoardRow),
      isShown: v.boolean()
    }),
    refusals: ['not-found']
  }),
  chooseBoard: command({
    summary: 'Whether the board of a community may show me, and of which one.',
    input: v.object({ communityId: v.optional(Id), isShown: v.boolean() }),
    output: v.object({ communityId: v.optional(Id), isShown: v.boolean() }),
    refusals: ['not-found']
  }),
  listMyBadges: query({
    summary: 'My badges, and how far the next ones are.',
    input: Nothing,
    output: v.object({
      badges: v.array(v.object({ kind: v.picklist(badgeKinds), earnedOn: v.optional(BusinessDate), has: count, needs: count }))
    })
  })
}
