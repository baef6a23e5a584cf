import type { RewardPlan } from '#contract/points-shapes'
import type { City } from '#server/city'
import type { Writing } from '#server/database/database'
import type { Caller } from '#server/operation'
import { faultsOfPlan } from '#server/points/rewards/reward-rules'
import { takePhoto, type RewardRow } from '#server/points/rewards/reward-store'
import { keepsShelfHere, shelvesOf } from '#server/points/rewards/shelf'
import { refuse } from '#server/refusal'

/**
 * Checks what staff say of a reward and takes up its picture. Left out, the picture that is there stays.
 * @returns its columns.
 * @throws `not-found` where it is not theirs to say, `reward-faults` with all that is wrong.
 */
export async function planReward(writing: Writing, plan: RewardPlan, asked: { caller: Caller; city: City }, before?: RewardRow) {
  shelvesOf(asked)
  const { communityId, photoFileId = before?.photoFileId ?? null } = plan
  const isCommunity = asked.city.places.kindOf(communityId) === 'community'
  if (isCommunity && !keepsShelfHere(asked, communityId)) refuse('not-found')
  const isNew = photoFileId !== null && photoFileId !== before?.photoFileId
  const faults = faultsOfPlan(plan, {
    isCommunity,
    fixedCommunityId: before && before.state !== 'draft' ? before.communityId : undefined,
    isPhotoUsable: !isNew || (await takePhoto(writing, photoFileId, asked.caller.personId))
  })
  if (faults.length > 0) refuse('reward-faults', { faults })
  const { title, kind, price, perPersonLimit, pickUpPlace, pickUpHours } = plan
  return {
    ...{ title, kind, communityId, photoFileId, price, perPersonLimit, pickUpPlace, pickUpHours },
    description: plan.description || null,
    limitPeriod: plan.limitPeriod ?? ('ever' as const),
    opensOn: plan.opensOn ?? null,
    closesOn: plan.closesOn ?? null,
    sponsor: plan.sponsor || null,
    needsPreparing: plan.needsPreparing ?? false
  }
}
