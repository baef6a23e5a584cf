import { randomBytes } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { businessDateOf } from '#server/business-date'
import type { Writing } from '#server/database/database'
import { holdPoints } from '#server/points/holds'
import { beginningOf, refusalOfTaking } from '#server/points/rewards/redemption-rules'
import { addRedemptions, lockPointsOf, type RedemptionRow } from '#server/points/rewards/redemption-store'
import { limitCountsFrom } from '#server/points/rewards/reward-rules'
import { countTaken, lockRewards, type RewardRow } from '#server/points/rewards/reward-store'
import { addStockMoves, changeStock } from '#server/points/rewards/stock-store'
import { Refusal } from '#server/refusal'

/** Somebody who wants something of the shelf. */
export interface Asking {
  personId: string
  rewardId: string
  quantity: number
  hasConsented: boolean
  isReservation: boolean
  now: Date
  onBehalf?: { staffId: string; consent: 'said-so' | 'signed' }
}

export type Taken = { row: RedemptionRow } | { refusal: Refusal }

function newRedemption(asking: Asking, reward: RewardRow): RedemptionRow {
  const { personId, rewardId, quantity, isReservation, onBehalf, now } = asking
  return {
    ...{ redemptionId: newId(), rewardId, personId, title: reward.title, quantity, priceEach: reward.price },
    ...{ businessDate: businessDateOf(now), createdAt: now, closedAt: null, handedOverBy: null },
    ...beginningOf({ isReservation, needsPreparing: reward.needsPreparing }, now),
    ...{ secret: randomBytes(32).toString('hex'), onBehalfBy: onBehalf?.staffId ?? null, consent: onBehalf?.consent ?? null }
  }
}

/** Holds the points; a person who has not enough of them is told so, and nobody else is troubled. */
async function held(writing: Writing, row: RedemptionRow): Promise<Taken> {
  const { redemptionId: holdId, personId, createdAt: now } = row
  const cause = `redemption:${holdId}`
  try {
    await holdPoints(writing, { holdId, personId, amount: row.priceEach * row.quantity, purpose: 'redemption', cause, now })
    return { row }
  } catch (fault) {
    if (fault instanceof Refusal) return { refusal: fault }
    throw fault
  }
}

const sumOf = (rows: readonly RedemptionRow[]) => rows.reduce((sum, row) => sum + row.quantity, 0)

async function write(writing: Writing, rows: readonly RedemptionRow[]): Promise<void> {
  await addRedemptions(writing, rows)
  const moves = rows.map(({ redemptionId, rewardId, quantity, createdAt: at, personId, onBehalfBy }) => ({
    ...{ moveId: `1:kept:${redemptionId}`, rewardId, change: -quantity, kind: 'kept' as const, at },
    actorId: onBehalfBy ?? personId
  }))
  await addStockMoves(writing, moves)
  for (const rewardId of new Set(rows.map(row => row.rewardId))) {
    const quantity = sumOf(rows.filter(row => row.rewardId === rewardId))
    await changeStock(writing, { rewardId, left: -quantity, held: quantity })
  }
}

/**
 * Takes rewards for everybody who asks at the same time: limit, stock and points are decided one by one in the order they came, each
 * on what the ones before left, and written together. People's points are held first, then the rewards.
 */
export async function takeRewards(writing: Writing, askings: readonly Asking[]): Promise<Taken[]> {
  await lockPointsOf(
    writing,
    askings.map(asking => asking.personId)
  )
  const shelf = await lockRewards(
    writing,
    askings.map(asking => asking.rewardId)
  )
  const countedFrom = ({ rewardId, now }: Asking) => limitCountsFrom(shelf.get(rewardId)?.limitPeriod ?? 'ever', businessDateOf(now))
  const before = await countTaken(
    writing,
    askings.map(asking => ({ personId: asking.personId, rewardId: asking.rewardId, from: countedFrom(asking) })),
    askings[0]?.now ?? new Date(0)
  )
  const rows: RedemptionRow[] = []
  const outcomes: Taken[] = []
  for (const [place, asking] of askings.entries()) {
    const reward = shelf.get(asking.rewardId)
    const ofReward = rows.filter(row => row.rewardId === asking.rewardId)
    const facts = {
      ...asking,
      reward: reward && reward.state !== 'draft' ? { ...reward, stockLeft: reward.stockLeft - sumOf(ofReward) } : undefined,
      takenBefore: (before[place] ?? 0) + sumOf(ofReward.filter(row => row.personId === asking.personId))
    }
    const refusal = refusalOfTaking(facts, businessDateOf(asking.now))
    const taken =
      refusal || !reward
        ? { refusal: new Refusal(refusal?.code ?? 'not-found', refusal?.data) }
        : await held(writing, newRedemption(asking, reward))
    if ('row' in taken) rows.push(taken.row)
    outcomes.push(taken)
  }
  await write(writing, rows)
  return outcomes
}
