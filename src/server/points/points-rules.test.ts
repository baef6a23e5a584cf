import fc from 'fast-check'
import {
  accountOf,
  awardId,
  entriesOfAwardAtOnce,
  entriesOfClawback,
  entriesOfRelease,
  hoursAwardId,
  issuerOf,
  pointsForMinutes
} from '#server/points/points-rules'
import { reasonOf } from '#server/points/reason-rules'

const amount = fc.integer({ min: 0, max: 500 })
const sumOf = (entries: readonly { amount: number }[]) => entries.reduce((sum, entry) => sum + entry.amount, 0)
const of = (entries: readonly { account: string; amount: number }[], account: string) =>
  entries.find(entry => entry.account === account)?.amount ?? 0

test('a release pays a debt before anything becomes available', () => {
  fc.assert(
    fc.property(amount, amount, (points, debt) => {
      const entries = entriesOfRelease('p', points, debt)
      expect(sumOf(entries)).toBe(0)
      expect(of(entries, accountOf('p', 'debt'))).toBe(Math.min(points, debt))
      expect(entries.every(entry => entry.amount !== 0)).toBe(true)
    })
  )
})

test('a clawback takes pending first, then available, and only what is missing is owed', () => {
  fc.assert(
    fc.property(amount, amount, amount, (points, ownPending, available) => {
      const entries = entriesOfClawback('p', 'report-solved', points, { ownPending, available })
      expect(sumOf(entries)).toBe(0)
      const [fromPending, fromAvailable] = [0 - of(entries, accountOf('p', 'pending')), 0 - of(entries, accountOf('p', 'available'))]
      expect(fromPending).toBe(Math.min(points, ownPending))
      expect(fromAvailable).toBe(Math.min(points - fromPending, available))
      expect(of(entries, issuerOf('report-solved'))).toBe(points)
    })
  )
  expect(entriesOfClawback('p', 'report-solved', 5, { ownPending: 2, available: 1 })).toEqual([
    { account: 'person:p:pending', amount: -2 },
    { account: 'person:p:available', amount: -1 },
    { account: 'person:p:debt', amount: -2 },
    { account: 'issuer:report-solved', amount: 5 }
  ])
})

test('an award is named after its cause, so that the same closing of a report cannot be paid twice', () => {
  expect(awardId('report-solved', 'r', 1, 'p')).toBe('award:report-solved:report:r.1:p')
  const ids = [awardId('report-solved', 'r', 2, 'p'), awardId('report-followed', 'r', 1, 'p'), awardId('report-solved', 'r', 1, 'q')]
  expect(new Set([...ids, awardId('report-solved', 'r', 1, 'p')]).size).toBe(4)
})

test('service gives a point for every full six minutes, at once, and pays a debt first', () => {
  expect([0, 5, 6, 59, 60, 119, 240].map(minutes => pointsForMinutes(minutes, 10))).toEqual([0, 0, 1, 9, 10, 19, 40])
  fc.assert(
    fc.property(amount, amount, (points, debt) => {
      const entries = entriesOfAwardAtOnce('p', 'volunteering', points, debt)
      expect(sumOf(entries)).toBe(0)
      expect(of(entries, accountOf('p', 'debt'))).toBe(Math.min(points, debt))
      expect(of(entries, accountOf('p', 'available'))).toBe(points - Math.min(points, debt))
    })
  )
  expect(hoursAwardId('e', 'p')).not.toBe(hoursAwardId('f', 'p'))
})

test('a line of service says so, and not what is said of reports', () => {
  expect(reasonOf('award', 'volunteering')).toContain('时长')
  expect(reasonOf('award', 'report-solved')).not.toContain('时长')
})
