import { gatesOf, movedByClock, type PublishFacts } from '#server/volunteering/activities/activity-rules'

const now = new Date('2026-11-23T09:00:00+08:00')
const after = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const ready: PublishFacts = {
  isOrganisationVerified: true,
  authorId: 'organiser',
  riskLevel: 1,
  riskNote: '慢一点走',
  insuranceNumber: null,
  radiusMetres: 100,
  longitude: 116.4,
  latitude: 31.9,
  shifts: [{ startsAt: after(1), endsAt: after(9), isCancelled: false }]
}

test('an activity that has everything may be published', () => {
  expect(gatesOf(ready, now)).toEqual([])
})

test('each thing that is missing is named', () => {
  const without = (change: Partial<PublishFacts>) => gatesOf({ ...ready, ...change }, now)
  expect(without({ isOrganisationVerified: false })).toEqual(['organisation'])
  expect(without({ authorId: null })).toEqual(['staff'])
  expect(without({ riskNote: '  ' })).toEqual(['risk-note'])
  expect(without({ radiusMetres: 0 })).toEqual(['site'])
  expect(without({ longitude: 0, latitude: 0 })).toEqual(['site'])
  expect(without({ shifts: [] })).toEqual(['shifts'])
  expect(without({ shifts: [{ startsAt: after(1), endsAt: after(3), isCancelled: true }] })).toEqual(['shifts'])
  expect(without({ shifts: [{ startsAt: after(1), endsAt: new Date(after(9).getTime() + 1), isCancelled: false }] })).toEqual([
    'shift-length'
  ])
  expect(without({ shifts: [{ startsAt: now, endsAt: after(1), isCancelled: false }] })).toEqual(['shift-in-past'])
})

test('insurance is needed from risk 2 on', () => {
  const gates = [1, 2, 3].map(riskLevel => gatesOf({ ...ready, riskLevel }, now))
  expect(gates).toEqual([[], ['insurance'], ['insurance']])
  expect(gatesOf({ ...ready, riskLevel: 3, insuranceNumber: 'P-1' }, now)).toEqual([])
})

test('time alone moves an activity from its first start to its last end and, 90 days after settling, out of sight', () => {
  const at = (state: 'published' | 'running' | 'settled' | 'draft', stateSince = now) =>
    movedByClock({ state, startsAt: now, endsAt: now, stateSince }, now)
  expect([at('published'), at('running'), at('draft'), at('settled')]).toEqual(['running', 'ended', undefined, undefined])
  expect([at('settled', after(-90 * 24)), at('settled', after(-90 * 24 + 1))]).toEqual(['archived', undefined])
  expect(movedByClock({ state: 'published', startsAt: after(1), endsAt: after(2), stateSince: now }, now)).toBeUndefined()
})
