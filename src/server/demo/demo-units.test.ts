import { readFileSync } from 'node:fs'
import { personas } from '#contract/people'
import { demoAreas } from '#server/demo/demo-areas'
import { DEMO_CROWD_SIZE, crowdName, demoCast, grantsOf } from '#server/demo/demo-cast'
import { demoRoutingRules, demoUnits, isCovered } from '#server/demo/demo-units'

const categoryCodes = readFileSync('content/categories.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map(line => line.slice(0, 4))
const gridIds = demoAreas.filter(area => area.properties.kind === 'grid').map(area => area.properties.areaId)

test('there are 8 units, and the first covers every category in every grid', () => {
  expect(new Set(demoUnits.map(unit => unit.unitId)).size).toBe(8)
  const first = demoUnits[0]?.unitId ?? ''
  for (const gridId of gridIds) for (const code of categoryCodes) expect(isCovered(first, code, gridId)).toBe(true)
})

test('what a unit covers is a category, a group or everything, in an area of the city', () => {
  const areaIds = demoAreas.map(area => area.properties.areaId)
  const known = ['*', ...categoryCodes, ...categoryCodes.map(code => code.slice(0, 2))]
  for (const row of demoUnits.flatMap(unit => unit.coverage)) {
    expect(known).toContain(row.covers)
    expect(areaIds).toContain(row.areaId)
  }
})

test('a unit is not responsible for what it does not cover', () => {
  expect(isCovered('demo-unit-gardens', '7002', 'demo-grid-1-1-1')).toBe(true)
  expect(isCovered('demo-unit-gardens', '6003', 'demo-grid-1-1-1')).toBe(false)
})

test('only open manholes, hanging cables and blocked fire lanes are routed by rule, each to a unit that covers it', () => {
  expect(demoRoutingRules.map(rule => rule.covers).sort()).toEqual(['6001', '6007', '8001'])
  for (const rule of demoRoutingRules) expect(isCovered(rule.unitId, rule.covers, 'demo-grid-2-2-6')).toBe(true)
})

test('residents hold no grant, the handler works for every unit, everybody else serves the whole city', () => {
  expect([...grantsOf('resident'), ...grantsOf('neighbour')]).toEqual([])
  expect(grantsOf('handler').map(grant => grant.unitId)).toEqual(demoUnits.map(unit => unit.unitId))
  expect(grantsOf('dispatcher').map(grant => grant.role)).toEqual(['dispatcher', 'liaison'])
  for (const persona of personas.filter(each => !['resident', 'neighbour', 'handler'].includes(each))) {
    expect(grantsOf(persona).map(grant => grant.areaId)).toContain('demo-city')
  }
})

test('everybody in the cast and in the crowd has a name of their own', () => {
  const names = [
    ...personas.map(persona => demoCast[persona].displayName),
    ...Array.from({ length: DEMO_CROWD_SIZE }, (_, n) => crowdName(n + 1))
  ]
  expect(new Set(names).size).toBe(personas.length + DEMO_CROWD_SIZE)
})
