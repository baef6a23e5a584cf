import { readFileSync } from 'node:fs'
import distance from '@turf/distance'
import fc from 'fast-check'
import pointInPolygon from 'point-in-polygon-hao'
import { personas, type Persona } from '#contract/people'
import { movesBetween, type MoveNeed, type ReportActor, type ReportMove } from '#contract/report-moves'
import { reasonCodes } from '#contract/report-reasons'
import {
  OBJECTION_DAYS_AFTER_CLOSING,
  OBJECTION_DAYS_AFTER_REJECTION,
  RECENTLY_CLOSED_DAYS,
  RECURRENCE_DAYS,
  RETURNS_MAX,
  SUSPENSION_DAYS_MAX,
  reportStateFacts,
  reportStates,
  type ReportState
} from '#contract/report-states'
import { demoArea, ringOf } from '#server/demo/demo-areas'
import { DEMO_CROWD_SIZE, grantsOf } from '#server/demo/demo-cast'
import { planDemoReports, type DemoReport, type DemoStep } from '#server/demo/demo-reports'
import { businessDateOf } from '#server/demo/demo-timeline'
import { demoRoutingRules, isCovered } from '#server/demo/demo-units'
import { RANKING_COUNT_MIN } from '#server/reports/ranking-rules'

const NOW = new Date('2026-11-21T07:30:00.000Z')
const DAY = 86_400_000
const plan = planDemoReports(NOW)
const byKey = (key: string | undefined, reports = plan) => {
  const found = reports.find(report => report.key === key)
  if (!found) throw new Error(`No planned report ${key}.`)
  return found
}
const categories = new Map(
  readFileSync('content/categories.csv', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.split(','))
    .map(([code = '', , , , mode, , clock, , referred, radius]) => [
      code,
      { mode, clock, isReferred: referred === 'yes', radius: Number(radius) }
    ])
)
const categoryOf = (report: DemoReport) => {
  const category = categories.get(report.categoryCode)
  if (!category) throw new Error(`No category ${report.categoryCode}.`)
  return category
}

const isPersona = (actor: string): actor is Persona => (personas as readonly string[]).includes(actor)
const capacities = ({ by }: DemoStep): ReportActor[] => (isPersona(by) ? grantsOf(by).map(grant => grant.role) : [by])

/** The state at a moment, by replaying the steps. */
const stateAt = (report: DemoReport, at: Date): ReportState =>
  report.steps.filter(step => step.at.getTime() <= at.getTime()).at(-1)?.to ?? 'submitted'

function bringsWhat(report: DemoReport, step: DemoStep, need: MoveNeed): boolean {
  if (need === 'reason-code') return Boolean(step.reasonCode)
  if (need === 'reason') return Boolean(step.reasonCode ?? step.note)
  if (need === 'unit') return Boolean(step.unitId) && isCovered(step.unitId ?? '', report.categoryCode, report.gridId)
  if (need === 'result') return categoryOf(report).mode === 'FIX' ? Boolean(step.photo) : Boolean(step.note ?? step.photo)
  if (need === 'master') return Boolean(step.masterKey) && step.masterKey !== report.key
  return Boolean(step.note ?? step.photo)
}

function holds(report: DemoReport, index: number, condition: string): boolean {
  const before = report.steps.slice(0, index)
  const step = report.steps[index] as DemoStep
  const returns = before.filter((each, at) => each.to === 'filed' && report.steps[at - 1]?.to === 'dispatched').length
  const ended = before.filter(each => each.to === 'closed' || each.to === 'rejected')
  const days = (step.at.getTime() - (ended.at(-1)?.at.getTime() ?? 0)) / DAY
  const answers: Record<string, () => boolean> = {
    'mode-is-clue': () => categoryOf(report).mode === 'CLUE',
    'returns-left': () => returns < RETURNS_MAX,
    'no-returns-left': () => returns >= RETURNS_MAX,
    'mover-is-not-handler': () => step.by !== 'handler',
    'mover-is-not-first-closer': () => step.by !== ended[0]?.by,
    'mover-is-not-rejecter': () => step.by !== ended[0]?.by,
    'objected-after-closing': () => ended.at(-1)?.to === 'closed',
    'objected-after-rejection': () => ended.at(-1)?.to === 'rejected',
    'within-objection-window': () =>
      days <= (ended.at(-1)?.to === 'closed' ? OBJECTION_DAYS_AFTER_CLOSING : OBJECTION_DAYS_AFTER_REJECTION),
    'first-objection-of-person': () => before.every(each => each.to !== 'objection')
  }
  return answers[condition]?.() ?? false
}

const allows = (report: DemoReport, index: number) => (move: ReportMove) =>
  capacities(report.steps[index] as DemoStep).some(capacity => move.by.includes(capacity)) &&
  (move.needs ?? []).every(need => bringsWhat(report, report.steps[index] as DemoStep, need)) &&
  (move.when ?? []).every(condition => holds(report, index, condition))

/** Steps the table of moves would refuse, as `key: from → to`. */
const refusedSteps = (reports: DemoReport[]) =>
  reports.flatMap(report =>
    report.steps.flatMap((step, index) => {
      const from = report.steps[index - 1]?.to ?? 'submitted'
      return movesBetween(from, step.to).some(allows(report, index)) ? [] : [`${report.key}: ${from} → ${step.to} by ${step.by}`]
    })
  )

test('every step of every planned report is one the table of moves allows to whoever takes it', () => {
  expect(refusedSteps(plan)).toEqual([])
})

test('a plan with a step that is not in the table is noticed', () => {
  const broken = plan.map(report => ({ ...report, steps: report.steps.map(step => ({ ...step, by: 'editor' as const })) }))
  expect(refusedSteps(broken).length).toBe(plan.flatMap(report => report.steps).length)
})

test('sixty reports stand in every state, about half of them closed', () => {
  expect(plan).toHaveLength(60)
  const counts = Object.fromEntries(reportStates.map(state => [state, plan.filter(report => report.state === state).length]))
  for (const state of reportStates) expect(counts[state]).toBeGreaterThanOrEqual(2)
  expect(counts.closed).toBeGreaterThanOrEqual(26)
  expect(counts.closed).toBeLessThanOrEqual(32)
})

test('two units have closed enough to be ranked, and what tells them apart is in their reports', () => {
  const closedOf = (unitId: string) =>
    plan.filter(report => report.state === 'closed' && report.steps.findLast(step => step.unitId)?.unitId === unitId)
  const facts = ['demo-unit-works', 'demo-unit-sanitation'].map(unitId => {
    const closed = closedOf(unitId)
    const wentBack = (from: ReportState) => (report: DemoReport) =>
      report.steps.some((step, index) => step.to === 'handling' && report.steps[index - 1]?.to === from)
    return {
      hasEnough: closed.length >= RANKING_COUNT_MIN,
      reworked: closed.filter(wentBack('handled')).length,
      upheld: closed.filter(wentBack('objection')).length,
      selfFound: closed.filter(report => report.reporter === 'handler').length
    }
  })
  expect(facts).toEqual([
    { hasEnough: true, reworked: 1, upheld: 0, selfFound: 1 },
    { hasEnough: true, reworked: 2, upheld: 1, selfFound: 2 }
  ])
})

test('whenever the city is seeded, nothing happens in the future, out of turn or before the last thirty days', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }), now => {
      for (const report of planDemoReports(now)) {
        const moments = [report.submittedAt, ...report.steps.map(step => step.at), now].map(Number)
        expect(moments).toEqual([...moments].sort((one, other) => one - other))
        expect(now.getTime() - report.submittedAt.getTime()).toBeLessThan(30 * DAY)
        const end = report.steps.at(-1)?.at.getTime() ?? report.submittedAt.getTime()
        for (const extra of [report.rating?.at, report.publication?.at, report.suspensionRequest?.at]) {
          if (extra) expect(extra.getTime() >= end && extra <= now).toBe(true)
        }
      }
    }),
    { numRuns: 30 }
  )
})

test('the table allows the plan at midnight and on a holiday as well', () => {
  for (const now of ['2026-12-31T16:00:00.000Z', '2027-02-08T20:10:00.000Z', '2026-10-03T01:00:00.000Z']) {
    expect(refusedSteps(planDemoReports(new Date(now)))).toEqual([])
  }
})

test('every report lies inside its own grid', () => {
  for (const report of plan) {
    const { longitude, latitude } = report.point
    expect(pointInPolygon([longitude, latitude], [ringOf(demoArea(report.gridId))])).toBe(true)
  }
})

test('only reports meant to share a place lie within the duplicate radius of each other', () => {
  const close = plan.flatMap((one, index) =>
    plan.slice(index + 1).flatMap(other => {
      if (one.categoryCode !== other.categoryCode) return []
      const places = [one, other].map(({ point }) => [point.longitude, point.latitude] as [number, number])
      const metres = distance(places[0] as [number, number], places[1] as [number, number], { units: 'meters' })
      return metres <= categoryOf(one).radius ? [[one.key, other.key].sort().join(' + ')] : []
    })
  )
  expect(close.sort()).toEqual([
    'bags-at-the-market-corner + bags-back-at-the-market-corner',
    'bikes-on-the-embankment + second-report-of-the-bikes',
    'pothole-outside-the-bakery + same-pothole-again'
  ])
})

test('the problem at the market corner comes back within 28 days of being closed', () => {
  const first = byKey('bags-at-the-market-corner')
  const closedAt = first.steps.at(-1)?.at.getTime() ?? 0
  const days = (byKey('bags-back-at-the-market-corner').submittedAt.getTime() - closedAt) / DAY
  expect(days).toBeGreaterThan(RECENTLY_CLOSED_DAYS)
  expect(days).toBeLessThan(RECURRENCE_DAYS)
})

test('a report is merged into one that is open then, at the same place', () => {
  for (const report of plan.filter(each => each.state === 'merged')) {
    const step = report.steps.at(-1) as DemoStep
    const master = byKey(step.masterKey)
    expect(reportStateFacts[stateAt(master, step.at)].isOpen).toBe(true)
    expect(master.sceneSeed).toBe(report.sceneSeed)
    expect(master.submittedAt.getTime()).toBeLessThan(report.submittedAt.getTime())
  }
})

test('a suspension is reviewed after now where it still runs, and never more than 30 days after it began', () => {
  for (const report of plan) {
    for (const step of report.steps.filter(each => each.to === 'suspended')) {
      expect(Date.parse(step.reviewOn ?? '') - step.at.getTime()).toBeLessThanOrEqual(SUSPENSION_DAYS_MAX * DAY)
      if (report.state === 'suspended') expect((step.reviewOn ?? '') > businessDateOf(NOW)).toBe(true)
    }
    if (report.suspensionRequest) expect(report.suspensionRequest.reviewOn > businessDateOf(NOW)).toBe(true)
  }
})

test('an open manhole, a hanging cable and a blocked fire lane go out by rule to the unit the rule names, all else by people', () => {
  for (const report of plan) {
    const rule = demoRoutingRules.find(each => each.covers === report.categoryCode)
    const byRule = report.steps.filter(step => step.by === 'rule')
    expect(byRule.map(step => step.unitId)).toEqual(rule ? [rule.unitId] : [])
  }
})

test('a category that goes to the police by default is referred, with a number to ask for', () => {
  const referred = plan.filter(report => categoryOf(report).isReferred)
  expect(referred.map(report => report.state)).toEqual(['referred'])
  for (const step of plan.flatMap(report => report.steps).filter(each => each.to === 'referred')) {
    expect(step.referredTo && step.referenceNumber).toBeTruthy()
  }
})

test('every reason code is one the product has words for', () => {
  const known: readonly string[] = Object.values(reasonCodes).flat()
  for (const step of plan.flatMap(report => report.steps)) if (step.reasonCode) expect(known).toContain(step.reasonCode)
})

test('twelve closed reports are published, each with one short sentence; ratings stand on closed reports only', () => {
  const published = plan.filter(report => report.publication)
  expect(published).toHaveLength(12)
  for (const { state, publication } of published) {
    expect(state).toBe('closed')
    expect(publication?.summary.length).toBeLessThanOrEqual(120)
    expect(publication?.summary.match(/。/g)).toHaveLength(1)
  }
  const rated = plan.filter(report => report.rating)
  expect(rated.length).toBeGreaterThan(15)
  for (const report of rated) expect(report.state).toBe('closed')
})

test('the resident has one report sent today and others in several stages; one waits for an answer', () => {
  const own = plan.filter(report => report.reporter === 'resident')
  expect(own.map(report => report.state).sort()).toEqual(['closed', 'closed', 'handled', 'handling', 'need_info', 'submitted'])
  expect(businessDateOf(own.at(-1)?.submittedAt ?? new Date(0))).toBe(businessDateOf(NOW))
  expect(plan.filter(report => report.reporter === 'neighbour').length).toBeGreaterThan(4)
})

test('nobody follows a report of their own, and the crowd has no more people than names', () => {
  for (const { reporter, followers } of plan) {
    expect(followers).not.toContain(reporter)
    expect(new Set(followers).size).toBe(followers.length)
    for (const person of [reporter, ...followers]) {
      if (person.startsWith('crowd-')) expect(Number(person.slice(6))).toBeLessThanOrEqual(DEMO_CROWD_SIZE)
    }
  }
})

test('texts differ, some reports have none, and one is long', () => {
  const texts = plan.flatMap(report => (report.text ? [report.text] : []))
  expect(new Set(texts).size).toBe(texts.length)
  expect(plan.length - texts.length).toBeGreaterThan(4)
  expect(Math.max(...texts.map(text => text.length))).toBeGreaterThan(100)
})

test('the hours of safety categories run at night in the plan as they do in the table of categories', () => {
  const cable = byKey('hanging-cable-over-the-gate')
  expect(categoryOf(cable).clock).toBe('natural')
  expect(cable.steps.at(-1)?.at.getTime()).toBeLessThan(cable.submittedAt.getTime() + DAY / 4)
})

test('the plan is the same every time for the same moment', () => {
  expect(planDemoReports(NOW)).toEqual(plan)
})
