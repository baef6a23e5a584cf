import {
  allowedMoves,
  capacitiesOf,
  findMove,
  grantReaches,
  missingFor,
  objectionUntil,
  type ReportFacts
} from '#server/reports/report-rules'

const now = new Date('2026-11-23T01:00:00Z')
const report = (change: Partial<ReportFacts> = {}): ReportFacts => ({
  ...{ state: 'submitted', mode: 'FIX', gridId: 'grid', communityId: 'community', streetId: 'street', cityId: 'city', unitId: 'unit' },
  ...{
    reporterId: 'reporter',
    handlerId: null,
    firstCloserId: null,
    rejecterId: null,
    returnCount: 0,
    objectionFrom: null,
    stateSince: now,
    closedAt: null,
    dueAt: null
  },
  ...change
})
const mover = (actors: Parameters<typeof findMove>[2]['actors'], personId = 'somebody') => ({ personId, actors, hasObjected: false })

test('a grant reaches its area and all below; one with a unit only what that unit has in charge', () => {
  for (const areaId of ['grid', 'community', 'street', 'city']) expect(grantReaches({ role: 'reviewer', areaId }, report())).toBe(true)
  expect(grantReaches({ role: 'reviewer', areaId: 'other' }, report())).toBe(false)
  expect(grantReaches({ role: 'reviewer' }, report())).toBe(false)
  expect(grantReaches({ role: 'editor', areaId: 'city' }, report())).toBe(false)
  expect(grantReaches({ role: 'handler', unitId: 'unit' }, report())).toBe(true)
  expect(grantReaches({ role: 'handler', unitId: 'unit' }, report({ unitId: null }))).toBe(false)
  expect(grantReaches({ role: 'handler', areaId: 'city' }, report())).toBe(false)
  expect(grantReaches({ role: 'supervisor', areaId: 'city', unitId: 'other' }, report())).toBe(false)
})

test('nobody is a follower of their own report, and an account that is gone reports nothing', () => {
  const grants = [{ role: 'reviewer' as const, areaId: 'city' }]
  expect(capacitiesOf(report(), { personId: 'reporter', grants: [] }, true)).toEqual(['reporter'])
  expect(capacitiesOf(report(), { personId: 'other', grants: [...grants, ...grants] }, true)).toEqual(['reviewer', 'follower'])
  expect(capacitiesOf(report({ reporterId: null }), { personId: 'reporter', grants: [] }, false)).toEqual([])
})

test('a move is found in the capacity that may make it, with the row of the table it follows', () => {
  expect(findMove(report(), 'filed', mover(['verifier', 'reviewer']), now)).toMatchObject({
    actor: 'reviewer',
    move: { from: 'submitted', to: 'filed' }
  })
  expect(findMove(report(), 'filed', mover(['reporter']), now)).toBeUndefined()
  expect(findMove(report({ state: 'handled', handlerId: 'somebody' }), 'closed', mover(['verifier']), now)).toBeUndefined()
  expect(findMove(report({ state: 'handled', handlerId: 'other' }), 'closed', mover(['verifier']), now)).toBeDefined()
})

test('each state a mover may reach is shown once, with what it needs', () => {
  expect(allowedMoves(report({ state: 'filed', mode: 'CLUE' }), mover(['reviewer', 'dispatcher']), now)).toEqual([
    { to: 'dispatched', needs: ['unit'] },
    { to: 'merged', needs: ['master'] },
    { to: 'referred', needs: [] },
    { to: 'closed', needs: [] }
  ])
})

test('the time to object runs from the first closing of the round, or from the rejection', () => {
  const closedAt = new Date('2026-11-01T00:00:00Z')
  expect(objectionUntil(report({ state: 'closed', closedAt }))).toEqual(new Date('2026-11-15T00:00:00Z'))
  expect(objectionUntil(report({ state: 'rejected', stateSince: closedAt }))).toEqual(new Date('2026-11-08T00:00:00Z'))
  expect(objectionUntil(report({ state: 'handling' }))).toBeUndefined()
})

test('what is missing is named by its field, the first one', () => {
  expect(missingFor(['reason-code'], 'FIX', { note: 'x' })).toBe('reasonCode')
  expect(missingFor(['reason'], 'FIX', { note: 'x' })).toBeUndefined()
  expect([
    missingFor(['result'], 'FIX', { note: 'x' }),
    missingFor(['result'], 'ACT', { note: 'x' }),
    missingFor(['result'], 'ACT', {})
  ]).toEqual(['photoIds', undefined, 'note'])
  expect(missingFor(['statement'], 'FIX', { photoIds: ['p'] })).toBeUndefined()
  expect(missingFor(['unit', 'master'], 'FIX', { unitId: 'u' })).toBe('masterId')
  expect(missingFor([], 'FIX', {})).toBeUndefined()
})
