import type { Redemption, StaffRedemption } from '#contract/points-shapes'
import { isOpenState, stateAt } from '#server/points/rewards/redemption-rules'
import type { ListedRedemption, ServedRedemption } from '#server/points/rewards/redemption-store'
import { pictureOf, type Seeing } from '#server/points/rewards/reward-view'
import { maskName } from '#server/volunteering/volunteers/name-rules'

type Shown = Pick<ListedRedemption, 'redemption' | 'photoFileId' | 'pickUpPlace' | 'pickUpHours'>

function common({ redemption: row, photoFileId, pickUpPlace, pickUpHours }: Shown, seeing: Pick<Seeing, 'addresses' | 'now'>) {
  const state = stateAt(row, seeing.now)
  const { redemptionId, rewardId, title, quantity, createdAt, keptUntil, closedAt } = row
  return {
    ...{ redemptionId, rewardId, title, quantity, points: row.priceEach * quantity, state, pickUpPlace, pickUpHours },
    createdAt: createdAt.toISOString(),
    ...(photoFileId !== null && { photo: pictureOf(photoFileId, seeing) }),
    ...(isOpenState(state) && keptUntil && { keptUntil: keptUntil.toISOString() }),
    ...(state === 'fulfilled' && closedAt && { fulfilledAt: closedAt.toISOString() })
  }
}

export function toRedemption(shown: Shown, seeing: Pick<Seeing, 'addresses' | 'now'>): Redemption {
  const said = common(shown, seeing)
  return { ...said, mayCancel: isOpenState(said.state) }
}

export const toStaffRedemption = (served: ServedRedemption, seeing: Pick<Seeing, 'addresses' | 'now'>): StaffRedemption => ({
  ...common(served, seeing),
  maskedName: maskName(served.displayName),
  isOnBehalf: served.redemption.onBehalfBy !== null
})
