import fc from 'fast-check'
import { expiryOf, isPast, lotMovesOf, movesBack, takeFromLots, type Lot } from '#server/points/lots/lot-rules'

const lots = fc.uniqueArray(
  fc.record({
    lotId: fc.string({ minLength: 1, maxLength: 3 }),
    left: fc.integer({ min: 1, max: 40 }),
    expiresOn: fc.constantFrom('2026-12-31', '2027-12-31', '2028-12-31')
  }),
  { selector: lot => lot.lotId, maxLength: 6 }
)
const holding = (all: readonly Lot[]) => all.reduce((sum, lot) => sum + lot.left, 0)
const after = (all: readonly Lot[], moves: readonly { lotId: string; amount: number }[]) =>
  all.map(lot => ({ ...lot, left: lot.left + moves.filter(move => move.lotId === lot.lotId).reduce((sum, { amount }) => sum + amount, 0) }))

/** The last day says it, and among lots of one day their ids, sign by sign; said here without the order under test. */
const endsEarlier = (one: Lot, other: Lot) =>
  [`${one.expiresOn} ${one.lotId}`, `${other.expiresOn} ${other.lotId}`].every((key, n, keys) => n === 0 || keys[0]! < key)

test('points end with the calendar year after the one they became available in', () => {
  expect([expiryOf('2026-01-01'), expiryOf('2026-12-31'), expiryOf('2027-01-01')]).toEqual(['2027-12-31', '2027-12-31', '2028-12-31'])
  expect([isPast({ expiresOn: '2027-12-31' }, '2027-12-31'), isPast({ expiresOn: '2027-12-31' }, '2028-01-01')]).toEqual([false, true])
})

test('what ends first is taken first: nothing is left of an earlier lot where a later one gave', () => {
  fc.assert(
    fc.property(lots, fc.nat({ max: 100 }), (all, wanted) => {
      const amount = Math.min(wanted, holding(all))
      const moves = takeFromLots(all, amount)
      const left = after(all, moves)
      expect(holding(left)).toBe(holding(all) - amount)
      expect(left.every(lot => lot.left >= 0)).toBe(true)
      const touched = left.filter(lot => moves.some(move => move.lotId === lot.lotId))
      for (const earlier of left) if (touched.some(lot => endsEarlier(earlier, lot))) expect(earlier.left).toBe(0)
    })
  )
})

test('given back, the same lots hold the same again', () => {
  fc.assert(
    fc.property(lots, fc.nat({ max: 100 }), (all, wanted) => {
      const moves = takeFromLots(all, Math.min(wanted, holding(all)))
      expect(after(after(all, moves), movesBack(moves))).toEqual(all)
    })
  )
})

test('more than the lots hold is never taken, and only what becomes available makes a lot', () => {
  const all = [{ lotId: 'a', left: 3, expiresOn: '2026-12-31' }]
  expect(() => takeFromLots(all, 4)).toThrow('1 points less')
  expect([lotMovesOf(5, all, 'release:x'), lotMovesOf(0, all, 'x'), lotMovesOf(-2, all, 'x')]).toEqual([
    [{ lotId: 'release:x', amount: 5 }],
    [],
    [{ lotId: 'a', amount: -2 }]
  ])
})
