import { points as contract } from '#contract/points'
import type { Reading } from '#server/database/database'
import { command } from '#server/operation'
import { findPerson } from '#server/people/person-store'
import { handOver } from '#server/points/rewards/hand-over'
import { foundRedemption } from '#server/points/rewards/hold-to-serve'
import { isCardGood, readCard } from '#server/points/rewards/redemption-code'
import { toStaffRedemption } from '#server/points/rewards/redemption-view'
import { findReward } from '#server/points/rewards/reward-store'
import { keepsShelfHere } from '#server/points/rewards/shelf'
import { takeRewards } from '#server/points/rewards/take-rewards'
import { refuse } from '#server/refusal'
import { findProfile } from '#server/volunteering/volunteers/volunteer-store'

/** Whose paper card this is; it counts while its secret is the profile's. */
async function holderOf(reading: Reading, cardCode: string): Promise<string> {
  const read = readCard(cardCode) ?? refuse('not-found')
  const profile = await findProfile(reading, read.personId)
  if (!profile || !isCardGood(profile.cardSecret, read.cardSecret)) return refuse('not-found')
  return (await findPerson(reading, read.personId))?.personId ?? refuse('not-found')
}

/** For somebody without a phone: how they agreed is written down in place of what they would have tapped. Handed over at once. */
export const redeemForPerson = command(contract.redeemForPerson, async ({ input, caller, writing, city, addresses, now }) => {
  const { rewardId, quantity, consent } = input
  const reward = await findReward(writing, rewardId)
  if (!reward || !keepsShelfHere({ caller, city }, reward.communityId)) return refuse('not-found')
  const personId = await holderOf(writing, input.cardCode)
  if (personId === caller.personId) refuse('same-person')
  const onBehalf = { staffId: caller.personId, consent }
  const asking = { personId, rewardId, quantity, hasConsented: true, isReservation: false, now, onBehalf }
  const [taken] = await takeRewards(writing, [asking])
  if (!taken) return refuse('not-found')
  if ('refusal' in taken) throw taken.refusal
  await handOver(writing, taken.row, caller.personId, now)
  return toStaffRedemption(await foundRedemption(writing, taken.row.redemptionId), { addresses, now })
})
