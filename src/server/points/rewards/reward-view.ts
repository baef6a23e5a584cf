import type { Reward } from '#contract/points-shapes'
import type { Picture } from '#contract/shapes'
import { businessDateOf } from '#server/business-date'
import type { Reading } from '#server/database/database'
import type { Surroundings } from '#server/operation'
import { limitCountsFrom } from '#server/points/rewards/reward-rules'
import { countTaken, type RewardRow } from '#server/points/rewards/reward-store'

export type Seeing = Pick<Surroundings, 'city' | 'addresses' | 'now'>

/** Whoever sees a reward sees its picture: the addresses name nobody. */
export const pictureOf = (fileId: string, { addresses, now }: Pick<Seeing, 'addresses' | 'now'>): Picture => ({
  url: addresses.addressOf(fileId, 'photo', { now }),
  thumbnailUrl: addresses.addressOf(fileId, 'thumbnail', { now })
})

export function toReward(row: RewardRow, seeing: Seeing, leftForMe?: number): Reward {
  const { rewardId, version, state, title, kind, communityId, price, perPersonLimit, limitPeriod } = row
  const { description, opensOn, closesOn, sponsor, photoFileId, pickUpPlace, pickUpHours, needsPreparing, stockLeft } = row
  return {
    ...{ rewardId, version, state, title, kind, communityId, price, perPersonLimit, limitPeriod },
    ...{ pickUpPlace, pickUpHours, needsPreparing, stockLeft },
    communityName: seeing.city.places.areaOf(communityId)?.name ?? '',
    ...(description !== null && { description }),
    ...(opensOn !== null && { opensOn }),
    ...(closesOn !== null && { closesOn }),
    ...(sponsor !== null && { sponsor }),
    ...(photoFileId !== null && { photo: pictureOf(photoFileId, seeing) }),
    ...(leftForMe !== undefined && { leftForMe })
  }
}

/** Rewards as a caller sees them: signed in, with how many more they may have. */
export async function toRewards(
  reading: Reading,
  rows: readonly RewardRow[],
  caller: { personId: string } | undefined,
  seeing: Seeing
): Promise<Reward[]> {
  if (!caller) return rows.map(row => toReward(row, seeing))
  const today = businessDateOf(seeing.now)
  const asked = rows.map(row => ({ personId: caller.personId, rewardId: row.rewardId, from: limitCountsFrom(row.limitPeriod, today) }))
  const taken = await countTaken(reading, asked, seeing.now)
  return rows.map((row, n) => toReward(row, seeing, Math.max(0, row.perPersonLimit - (taken[n] ?? 0))))
}
