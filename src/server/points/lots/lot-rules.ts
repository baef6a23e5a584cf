/** What is left of points that became available together and expire together. */
export interface Lot {
  lotId: string
  left: number
  /** The last day it can be used. */
  expiresOn: string
}

/** What a transaction adds to a lot, or takes from it. */
export interface LotMove {
  lotId: string
  amount: number
}

/** What became available on a business date can be used until the end of the next calendar year. */
export const expiryOf = (availableOn: string) => `${Number(availableOn.slice(0, 4)) + 1}-12-31`

/** The earliest end first; lots of one year in a fixed order. */
export const inOrderOfEnd = (a: Lot, b: Lot) =>
  a.expiresOn === b.expiresOn ? (a.lotId < b.lotId ? -1 : 1) : a.expiresOn < b.expiresOn ? -1 : 1

/**
 * Takes points from what expires first.
 * @throws where the lots hold less: what is available and what the lots hold are the same number, or the books are wrong.
 */
export function takeFromLots(lots: readonly Lot[], amount: number): LotMove[] {
  let missing = amount
  const moves: LotMove[] = []
  for (const { lotId, left } of [...lots].sort(inOrderOfEnd)) {
    const taken = Math.min(missing, left)
    if (taken > 0) moves.push({ lotId, amount: -taken })
    missing -= taken
  }
  if (missing > 0) throw new Error(`the lots hold ${missing} points less than are to be taken`)
  return moves
}

/** What a change of the available points does to the lots: more makes a lot named after its transaction, less takes the earliest. */
export function lotMovesOf(change: number, lots: readonly Lot[], transactionId: string): LotMove[] {
  if (change > 0) return [{ lotId: transactionId, amount: change }]
  return change < 0 ? takeFromLots(lots, -change) : []
}

/** The same lots get back what was taken from them. */
export const movesBack = (moves: readonly LotMove[]): LotMove[] => moves.map(({ lotId, amount }) => ({ lotId, amount: 0 - amount }))

/** Whether a lot is past its last day. */
export const isPast = ({ expiresOn }: Pick<Lot, 'expiresOn'>, today: string) => expiresOn < today

/** Days before the end at which a person hears of it. */
export const WARNED_AT_DAYS = [30, 7] as const
