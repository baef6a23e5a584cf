import fc from 'fast-check'
import { CHAIN_BEGINS, followChain, hashOf, type EntryRow } from '#server/volunteering/hours/hour-store'

const moment = new Date('2026-11-23T01:00:00.000Z')
const chainOf = (minutes: readonly number[]): EntryRow[] => {
  let previousHash = CHAIN_BEGINS
  return minutes.map((worth, n) => {
    const linked = {
      ...{ entryId: `entry-${n}`, sequence: n + 1, personId: `person-${n % 3}`, shiftId: 'shift', activityId: 'activity' },
      ...{ organisationId: 'organisation', businessDate: '2026-11-23', minutes: worth, grade: 'B' as const, source: 'presence' as const },
      ...{ reason: null, authorId: 'presence', approverId: 'staff', reversesId: null, at: moment, previousHash }
    }
    previousHash = hashOf(linked)
    return { ...linked, hash: previousHash }
  })
}
const beginning = { length: 0, hash: CHAIN_BEGINS }

const edits: ((chain: EntryRow[], n: number) => EntryRow[])[] = [
  (chain, n) => chain.map((entry, i) => (i === n ? { ...entry, minutes: entry.minutes + 1 } : entry)),
  (chain, n) => chain.map((entry, i) => (i === n ? { ...entry, personId: 'somebody-else' } : entry)),
  (chain, n) => chain.map((entry, i) => (i === n ? { ...entry, reason: '' } : entry)),
  (chain, n) => chain.map((entry, i) => (i === n ? { ...entry, at: new Date(moment.getTime() + 1) } : entry)),
  // Made anew with a right hash of its own: the entry after it, or the end that was kept, tells.
  (chain, n) => chain.map((entry, i) => (i === n ? { ...entry, minutes: 999, hash: hashOf({ ...entry, minutes: 999 }) } : entry)),
  (chain, n) => chain.filter((_, i) => i !== n),
  (chain, n) => [...chain.slice(0, n), ...chain.slice(n, n + 1), ...chain.slice(n)]
]

test('10,000 edited, shortened or lengthened chains are all seen, and where they break', () => {
  const minutes = fc.array(fc.integer({ min: -480, max: 480 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(minutes, fc.nat(), fc.constantFrom(...edits), (worth, where, edit) => {
      const chain = chainOf(worth)
      const whole = followChain(beginning, chain)
      expect(whole).toEqual({ isWhole: true, end: { length: chain.length, hash: chain.at(-1)?.hash } })
      const n = where % chain.length
      const { isWhole, end } = followChain(beginning, edit(chain, n))
      expect(isWhole && end.hash === whole.end.hash && end.length === whole.end.length).toBe(false)
      expect(end.length).toBeLessThanOrEqual(Math.max(n + 1, isWhole ? chain.length : 0))
    }),
    { numRuns: 10_000 }
  )
})

test('a page may begin anywhere, and says the same as the whole', () => {
  const chain = chainOf([60, -60, 90, 120])
  const { end } = followChain(beginning, chain.slice(0, 2))
  expect(followChain(end, chain.slice(2))).toEqual(followChain(beginning, chain))
  expect(followChain(beginning, chain.slice(2)).isWhole).toBe(false)
})
