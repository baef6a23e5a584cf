import type { RewardPlan, RewardState } from '#contract/points-shapes'
import { rewardMoves } from '#contract/redemption-moves'

/** What is wrong with a plan, by name; the page has a sentence for each. */
export type RewardFault = 'closes-before-opens' | 'unknown-community' | 'community-fixed' | 'photo-not-yours'

export interface PlanFacts {
  isCommunity: boolean
  /** The community it stands in for good, once it was open. */
  fixedCommunityId?: string | undefined
  isPhotoUsable: boolean
}

export function faultsOfPlan(plan: RewardPlan, { isCommunity, fixedCommunityId, isPhotoUsable }: PlanFacts): RewardFault[] {
  const { opensOn, closesOn, communityId } = plan
  const is: Record<RewardFault, boolean> = {
    'closes-before-opens': opensOn !== undefined && closesOn !== undefined && closesOn < opensOn,
    'unknown-community': !isCommunity,
    'community-fixed': fixedCommunityId !== undefined && fixedCommunityId !== communityId,
    'photo-not-yours': !isPhotoUsable
  }
  return (Object.keys(is) as RewardFault[]).filter(fault => is[fault])
}

export const mayMoveReward = (from: RewardState, to: RewardState) => rewardMoves.some(move => move.from === from && move.to === to)

export interface ShelfFacts {
  state: RewardState
  opensOn: string | null
  closesOn: string | null
}

/** Whether a reward can be redeemed on a business date; both ends of its period belong to it. */
export const isOpenOn = ({ state, opensOn, closesOn }: ShelfFacts, today: string) =>
  state === 'open' && (opensOn === null || opensOn <= today) && (closesOn === null || today <= closesOn)

/** The first business date a limit of this period counts on a day. */
export const limitCountsFrom = (period: 'ever' | 'year' | 'month', today: string) =>
  period === 'ever' ? '' : period === 'year' ? `${today.slice(0, 4)}-01-01` : `${today.slice(0, 7)}-01`
