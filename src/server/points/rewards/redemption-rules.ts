import type { RedemptionState } from '#contract/points-shapes'
import { redemptionMoves, RESERVATION_MINUTES, UNCLAIMED_DAYS, type RedemptionActor } from '#contract/redemption-moves'
import type { RefusalCode } from '#contract/refusals'
import { isOpenOn, type ShelfFacts } from '#server/points/rewards/reward-rules'

const MINUTE_MILLISECONDS = 60_000
const DAY_MILLISECONDS = 86_400_000

export const openRedemptionStates = ['reserved', 'confirmed', 'ready'] as const satisfies readonly RedemptionState[]

export const isOpenState = (state: RedemptionState) => (openRedemptionStates as readonly RedemptionState[]).includes(state)

/** Whether this may become that by the hand of this actor. */
export const mayMove = (from: RedemptionState, to: RedemptionState, actor: RedemptionActor) =>
  redemptionMoves.some(move => move.from === from && move.to === to && move.by.includes(actor))

/** The state at a moment: what nobody took in time is over then, whether the clock has come round or not. */
export const stateAt = ({ state, keptUntil }: { state: RedemptionState; keptUntil: Date | null }, now: Date): RedemptionState =>
  isOpenState(state) && keptUntil !== null && keptUntil <= now ? 'expired' : state

const daysLater = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MILLISECONDS)

/** The columns of a redemption as it is made, or confirmed after it was reserved. */
export function beginningOf({ isReservation, needsPreparing }: { isReservation: boolean; needsPreparing: boolean }, now: Date) {
  if (isReservation)
    return {
      state: 'reserved' as const,
      confirmedAt: null,
      readyAt: null,
      keptUntil: new Date(now.getTime() + RESERVATION_MINUTES * MINUTE_MILLISECONDS)
    }
  const keptUntil = daysLater(now, UNCLAIMED_DAYS)
  if (needsPreparing) return { state: 'confirmed' as const, confirmedAt: now, readyAt: null, keptUntil }
  return { state: 'ready' as const, confirmedAt: now, readyAt: now, keptUntil }
}

/** Staff have prepared it: the days to fetch it begin anew. */
export const madeReady = (now: Date) => ({ state: 'ready' as const, readyAt: now, keptUntil: daysLater(now, UNCLAIMED_DAYS) })

export interface TakingFacts {
  hasConsented: boolean
  /** Absent where there is none, or it is a draft. */
  reward: (ShelfFacts & { stockLeft: number; perPersonLimit: number }) | undefined
  /** Taken before within the period of the limit, what was given back not counted. */
  takenBefore: number
  quantity: number
}

/** Why something cannot be taken, where that is so; whether the points suffice is asked of the ledger afterwards. */
export function refusalOfTaking(
  { hasConsented, reward, takenBefore, quantity }: TakingFacts,
  today: string
): { code: RefusalCode; data?: Record<string, unknown> } | undefined {
  if (!hasConsented) return { code: 'consent-needed' }
  if (!reward) return { code: 'not-found' }
  if (!isOpenOn(reward, today)) return { code: 'reward-not-open' }
  const leftForMe = Math.max(0, reward.perPersonLimit - takenBefore)
  if (quantity > leftForMe) return { code: 'over-limit', data: { limit: reward.perPersonLimit, leftForMe } }
  if (quantity > reward.stockLeft) return { code: 'out-of-stock', data: { stockLeft: reward.stockLeft } }
  return undefined
}
