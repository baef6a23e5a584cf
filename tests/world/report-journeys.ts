import { reports, type MoveInput } from '#contract/reports'
import type { ReportState } from '#contract/report-states'
import type { Point } from '#contract/shapes'
import { DEMO_CITY_ID } from '#server/demo/demo-areas'
import { keepPhoto } from '#server/files/keep-photo'
import { findReport } from '#server/reports/report-store'
import { newKey, type Actor } from '#world/actor'
import { smallPhoto } from '#world/photos'
import type { World } from '#world/world'

/** A category of each mode that goes nowhere by itself, and units that cover it. */
export const FIX = '1001'
export const ACT = '3001'
export const CLUE = '3006'
/** Cannot be photographed: a sentence is enough. */
export const SOUND = '9003'
export const COVERING: Readonly<Record<string, string>> = {
  [FIX]: 'demo-unit-sanitation',
  [ACT]: 'demo-unit-traffic',
  [CLUE]: 'demo-unit-traffic'
}

/** A report as a test holds it: what the last answer said, and who sent it. */
export interface HeldReport {
  reportId: string
  number: string
  categoryCode: string
  reporter: Actor
  state: ReportState
  version: number
}

/** One of each staff role, each with nothing but that role, all over the city or for every unit. */
export interface Crew {
  reviewer: Actor
  dispatcher: Actor
  handler: Actor
  verifier: Actor
  supervisor: Actor
  liaison: Actor
}

export async function crewOf(world: World): Promise<Crew> {
  const city = { areaId: DEMO_CITY_ID }
  return {
    reviewer: await world.staff('reviewer', city),
    dispatcher: await world.staff('dispatcher', city),
    handler: await world.as('handler', 'of-the-crew'),
    verifier: await world.staff('verifier', city),
    supervisor: await world.staff('supervisor', city),
    liaison: await world.staff('liaison', city)
  }
}

/** A point in a grid of the demo city, 桂花社区 unless told otherwise. */
export async function pointIn(world: World, gridId = 'demo-grid-1-1-1'): Promise<Point> {
  const area = (await world.product.city.read()).places.areaOf(gridId)
  if (!area) throw new Error(`There is no area ${gridId}.`)
  return area.centre
}

export async function uploadPhoto(world: World, actor: Actor): Promise<string> {
  const { fileId } = await keepPhoto(world.product, { bytes: await smallPhoto(), ownerId: actor.person.personId, now: world.now })
  return fileId
}

type SubmitInput = Parameters<ReturnType<Actor['ask']>>[0]
export interface Submission {
  categoryCode?: string
  point?: Point
  photoIds?: string[]
  text?: string
  idempotencyKey?: string
  observedAt?: string
  isApproximate?: boolean
  landmark?: string
  showsNameToUnit?: boolean
}

/** Sends a report; by somebody new unless `reporter` says who. */
export async function submit(world: World, { reporter, ...overrides }: Submission & { reporter?: Actor } = {}): Promise<HeldReport> {
  const actor = reporter ?? (await world.newcomer())
  const input = {
    idempotencyKey: newKey(),
    categoryCode: FIX,
    point: overrides.point ?? (await pointIn(world)),
    // A report without a photo is none, except where the test says so.
    photoIds: overrides.photoIds ?? [await uploadPhoto(world, actor)],
    ...overrides
  }
  const { reportId, number, state, version } = await actor.ask(reports.submitReport)(input satisfies SubmitInput)
  return { reportId, number, categoryCode: input.categoryCode, reporter: actor, state, version }
}

export type Brought = Omit<MoveInput, 'idempotencyKey' | 'reportId' | 'version' | 'to'>

/** 我也遇到, from where the report is. */
export const follow = async (world: World, actor: Actor, { reportId }: Pick<HeldReport, 'reportId'>) => {
  const row = await findReport(world.database.reading, reportId)
  return actor.ask(reports.followReport)({ reportId, point: { longitude: row?.longitude ?? 0, latitude: row?.latitude ?? 0 } })
}

/** Moves a report and remembers what came of it. */
export async function move(actor: Actor, report: HeldReport, to: ReportState, brought: Brought = {}): Promise<HeldReport> {
  const { reportId, version } = report
  const moved = await actor.ask(reports.moveReport)({ idempotencyKey: newKey(), reportId, version, to, ...brought })
  return Object.assign(report, moved)
}

/** Drives a report that was just submitted into a state, by the shortest way the table has. */
export async function bring(world: World, crew: Crew, report: HeldReport, state: ReportState): Promise<HeldReport> {
  const before: Partial<Record<ReportState, ReportState>> = {
    dispatched: 'filed',
    handling: 'dispatched',
    handled: 'handling',
    suspended: 'handling',
    closed: 'handled',
    objection: 'closed'
  }
  const earlier = before[state]
  if (earlier && report.state !== earlier) await bring(world, crew, report, earlier)
  switch (state) {
    case 'submitted':
      return report
    case 'need_info':
      return move(crew.reviewer, report, state, { note: '在哪一侧？' })
    case 'filed':
      return move(crew.reviewer, report, state)
    case 'dispatched':
      return move(crew.dispatcher, report, state, { unitId: COVERING[report.categoryCode] ?? 'demo-unit-centre' })
    case 'handling':
      return move(crew.handler, report, state)
    case 'handled':
      return move(crew.handler, report, state, { note: '已处理', photoIds: [await uploadPhoto(world, crew.handler)] })
    case 'suspended':
      return move(crew.supervisor, report, state, { reasonCode: 'weather' })
    case 'referred':
      return move(crew.reviewer, report, state, { referredTo: '公安局', referenceNumber: 'GA-1' })
    case 'closed':
      return move(crew.verifier, report, state)
    case 'objection':
      return move(report.reporter, report, state, { note: '还在' })
    case 'rejected':
      return move(crew.reviewer, report, state, { reasonCode: 'nothing-there' })
    case 'merged':
      return move(crew.reviewer, report, state, { masterId: (await submit(world, { categoryCode: report.categoryCode })).reportId })
    case 'withdrawn':
      return move(report.reporter, report, state)
  }
}
