import type { RedemptionState, RewardState } from '#contract/points-shapes'

/** Who moves a redemption: whose it is, staff of the community, time alone, or the rule that nothing has to be prepared. */
export type RedemptionActor = 'owner' | 'staff' | 'clock' | 'rule'

export interface RedemptionMove {
  from: RedemptionState
  to: RedemptionState
  by: readonly RedemptionActor[]
}

/** The whole life of a redemption. Whatever is not here is refused with `redemption-closed`. */
export const redemptionMoves: readonly RedemptionMove[] = [
  { from: 'reserved', to: 'confirmed', by: ['owner'] },
  { from: 'reserved', to: 'cancelled', by: ['owner'] },
  { from: 'reserved', to: 'expired', by: ['clock'] },
  { from: 'confirmed', to: 'ready', by: ['staff', 'rule'] },
  { from: 'confirmed', to: 'cancelled', by: ['owner'] },
  { from: 'confirmed', to: 'expired', by: ['clock'] },
  { from: 'ready', to: 'fulfilled', by: ['staff'] },
  { from: 'ready', to: 'cancelled', by: ['owner'] },
  { from: 'ready', to: 'expired', by: ['clock'] }
]

/** What a reward may become; a draft that went out never is one again. */
export const rewardMoves: readonly { from: RewardState; to: RewardState }[] = [
  { from: 'draft', to: 'open' },
  { from: 'open', to: 'closed' },
  { from: 'closed', to: 'open' }
]

/** How long a reservation is kept for who has not confirmed it, in minutes. */
export const RESERVATION_MINUTES = 15
/** How long something is kept for who does not fetch it, in days from when it was confirmed, and anew from when it is ready. */
export const UNCLAIMED_DAYS = 30
/** The code of a redemption is replaced so often; the one before is still good. */
export const REDEMPTION_CODE_STEP_SECONDS = 30
