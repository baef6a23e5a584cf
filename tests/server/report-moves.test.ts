import type { Role } from '#contract/people'
import { reportStates, type ReportState } from '#contract/report-states'
import { reports } from '#contract/reports'
import { DEMO_CITY_ID } from '#server/demo/demo-areas'
import { newKey, Refused, type Actor } from '#world/actor'
import {
  bring,
  type Brought,
  CLUE,
  COVERING,
  type Crew,
  crewOf,
  FIX,
  follow,
  type HeldReport,
  move,
  submit,
  uploadPhoto
} from '#world/report-journeys'
import { openWorld, type World } from '#world/world'

type Who = 'reporter' | 'follower' | 'reviewer' | 'dispatcher' | 'handler' | 'verifier' | 'supervisor' | 'liaison'
type Table = Partial<Record<ReportState, readonly Who[]>>

/** The table of reports.md, written down once more by hand: the contract's own must not be what it is measured by. */
const life: Record<ReportState, Table> = {
  submitted: {
    filed: ['reviewer'],
    need_info: ['reviewer'],
    rejected: ['reviewer'],
    merged: ['reviewer'],
    referred: ['reviewer'],
    withdrawn: ['reporter']
  },
  need_info: { submitted: ['reporter', 'supervisor'], withdrawn: ['reporter'], merged: ['reviewer'] },
  filed: { dispatched: ['dispatcher'], merged: ['dispatcher', 'reviewer'], referred: ['dispatcher'] },
  dispatched: { handling: ['handler'], filed: ['handler', 'supervisor'], merged: ['reviewer'] },
  handling: { handled: ['handler'], filed: ['supervisor'], suspended: ['supervisor'], referred: ['dispatcher'], merged: ['reviewer'] },
  handled: { closed: ['verifier'], handling: ['verifier'], filed: ['supervisor'], merged: ['reviewer'] },
  suspended: { handling: ['supervisor'], filed: ['supervisor'], merged: ['reviewer'] },
  referred: { handled: ['liaison'], filed: ['liaison', 'supervisor'], merged: ['reviewer'] },
  closed: { objection: ['reporter', 'follower'] },
  objection: { handling: ['supervisor'], closed: ['supervisor'], filed: ['supervisor'], merged: ['reviewer'] },
  rejected: { objection: ['reporter'] },
  merged: { submitted: ['reviewer'] },
  withdrawn: {}
}

interface Situation {
  name: string
  state: ReportState
  table: Table
  arrive(): Promise<HeldReport>
}

interface Member {
  /** An onlooker sees the report and moves nothing; for whom nobody is here, there is no report. */
  who: Who | 'onlooker' | 'nobody-here'
  actor: Actor
  photoId: string
}

let world: World
let crew: Crew
let follower: Actor
let masterId: string
let team: Record<string, Member>

async function sendNew(categoryCode = FIX): Promise<HeldReport> {
  const report = await submit(world, { categoryCode })
  await follow(world, follower, report)
  return report
}

const situations: Situation[] = [
  ...reportStates.map(state => ({
    name: state,
    state,
    table: life[state],
    arrive: async () => bring(world, crew, await sendNew(), state)
  })),
  {
    name: 'filed, of a CLUE',
    state: 'filed',
    table: { ...life.filed, closed: ['reviewer'] },
    arrive: async () => bring(world, crew, await sendNew(CLUE), 'filed')
  },
  {
    name: 'filed, after it was returned twice',
    state: 'filed',
    table: { ...life.filed, dispatched: ['supervisor'] },
    async arrive() {
      const report = await sendNew()
      for (const round of ['first', 'second']) {
        await bring(world, crew, report, report.state === 'filed' ? 'dispatched' : 'filed')
        if (report.state === 'filed') await bring(world, crew, report, 'dispatched')
        await move(crew.handler, report, 'filed', { note: `not ours, ${round}` })
      }
      return report
    }
  },
  {
    name: 'objection to a rejection',
    state: 'objection',
    table: { submitted: ['supervisor'], rejected: ['supervisor'], merged: ['reviewer'] },
    async arrive() {
      const report = await bring(world, crew, await sendNew(), 'rejected')
      return move(report.reporter, report, 'objection', { note: '请再看看' })
    }
  }
]

beforeAll(async () => {
  world = await openWorld()
  crew = await crewOf(world)
  follower = await world.newcomer()
  masterId = (await submit(world)).reportId
  const city = { areaId: DEMO_CITY_ID }
  const elsewhere = { areaId: 'demo-street-2' }
  const roles: Role[] = ['reviewer', 'dispatcher', 'verifier', 'supervisor', 'liaison']
  const people: [string, Member['who'], Actor][] = [
    ['a follower', 'follower', follower],
    ['a stranger', 'nobody-here', await world.newcomer()],
    ['a handler of the unit in charge', 'handler', crew.handler],
    ['a handler of another unit', 'nobody-here', await world.staff('handler', { unitId: 'demo-unit-lines' })],
    ['an admin', 'onlooker', await world.staff('admin', city)],
    ['an organiser', 'nobody-here', await world.staff('organiser', city)],
    ['an editor', 'nobody-here', await world.staff('editor', city)]
  ]
  for (const role of roles) {
    people.push([`a ${role}`, role as Who, await world.staff(role, city)])
    people.push([`a ${role} of another street`, 'nobody-here', await world.staff(role, elsewhere)])
    people.push([
      `a ${role} of this street and another unit`,
      'nobody-here',
      await world.staff(role, { areaId: 'demo-street-1', unitId: 'demo-unit-lines' })
    ])
  }
  team = Object.fromEntries(
    await Promise.all(people.map(async ([name, who, actor]) => [name, { who, actor, photoId: await uploadPhoto(world, actor) }] as const))
  )
}, 60_000)
afterAll(() => world.close())

/** All that any move could need, so that a no is never about something missing. */
const everything = (categoryCode: string, photoId: string): Brought => ({
  unitId: COVERING[categoryCode] ?? '',
  reasonCode: 'some-reason',
  note: '说明',
  photoIds: [photoId],
  masterId
})

async function attempt(actor: Actor, report: HeldReport, to: ReportState, photoId: string): Promise<string> {
  const { reportId, version, categoryCode } = report
  const brought = everything(categoryCode, photoId)
  try {
    const moved = await actor.ask(reports.moveReport)({ idempotencyKey: newKey(), reportId, version, to, ...brought })
    return moved.state
  } catch (fault) {
    if (fault instanceof Refused) return fault.body.code
    throw fault
  }
}

async function everybodyAt(report: HeldReport): Promise<[string, Member][]> {
  const reporter: Member = { who: 'reporter', actor: report.reporter, photoId: await uploadPhoto(world, report.reporter) }
  return Object.entries({ 'its reporter': reporter, ...team })
}

/** The unit in charge is chosen by dispatching; before, and after a return, no handler has anything to do with a report. */
const hasUnit = async (report: HeldReport) =>
  (await crew.supervisor.ask(reports.getReport)({ reportId: report.reportId })).unit !== undefined

describe.each(situations)('a report in $name', ({ state, table, arrive }) => {
  test('is moved by nobody along a way the table does not have', async () => {
    const report = await arrive()
    expect(report.state).toBe(state)
    const isWithUnit = await hasUnit(report)
    const wrong: string[] = []
    let asked = 0
    for (const [name, { who, actor, photoId }] of await everybodyAt(report)) {
      const isHere = who === 'handler' ? isWithUnit : who !== 'nobody-here'
      // For whom the report is not there the state asked for makes no difference; the ways that exist are what they might get through.
      const targets = who === 'nobody-here' && name !== 'a stranger' ? ([...Object.keys(table), state] as ReportState[]) : reportStates
      for (const to of targets) {
        if (isHere && table[to]?.includes(who as Who)) continue
        const answer = await attempt(actor, report, to, photoId)
        asked += 1
        if (answer !== (isHere ? 'move-not-allowed' : 'not-found')) wrong.push(`${name} → ${to}: ${answer}`)
      }
    }
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(100)
    const seen = await report.reporter.ask(reports.getReport)({ reportId: report.reportId })
    expect(seen).toMatchObject({ state, version: report.version })
  })

  test('is moved along every way the table has, by each who may', async () => {
    const wrong: string[] = []
    for (const [to, whos] of Object.entries(table) as [ReportState, Who[]][])
      for (const who of whos) {
        const report = await arrive()
        const everybody = await everybodyAt(report)
        const [, mover] = everybody.find(([, one]) => one.who === who)!
        // A photo hangs on one report only.
        const answer = await attempt(mover.actor, report, to, await uploadPhoto(world, mover.actor))
        if (answer !== to) wrong.push(`${who} → ${to}: ${answer}`)
      }
    expect(wrong).toEqual([])
  })

  test('shows each person exactly the moves the table lets them make', async () => {
    const report = await arrive()
    const isWithUnit = await hasUnit(report)
    for (const [name, { who, actor }] of await everybodyAt(report)) {
      if (who === 'nobody-here' || (who === 'handler' && !isWithUnit)) continue
      const { moves } = await actor.ask(reports.getReport)({ reportId: report.reportId })
      const expected = (Object.entries(table) as [ReportState, Who[]][]).filter(([, whos]) => whos.includes(who as Who)).map(([to]) => to)
      expect([name, moves.map(one => one.to).sort()]).toEqual([name, expected.sort()])
    }
  })
})
