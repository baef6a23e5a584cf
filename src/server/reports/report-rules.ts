import type { Grant, Role } from '#contract/people'
import { movesBetween, reportMoves, type MoveCondition, type MoveNeed, type ReportActor, type ReportMove } from '#contract/report-moves'
import type { AllowedMove } from '#contract/report-shapes'
import {
  OBJECTION_DAYS_AFTER_CLOSING,
  OBJECTION_DAYS_AFTER_REJECTION,
  RETURNS_MAX,
  type HandlingMode,
  type ReportState
} from '#contract/report-states'
import type { Point } from '#contract/shapes'

const DAY_MILLISECONDS = 86_400_000

/** What the rules need to know of a report; a row of `reports` has it. */
export interface ReportFacts {
  state: ReportState
  mode: HandlingMode
  gridId: string
  communityId: string
  streetId: string
  cityId: string
  unitId: string | null
  reporterId: string | null
  handlerId: string | null
  firstCloserId: string | null
  rejecterId: string | null
  returnCount: number
  objectionFrom: 'closed' | 'rejected' | null
  stateSince: Date
  closedAt: Date | null
  dueAt: Date | null
}

/** Who asks, and how they stand to this report. */
export interface Mover {
  personId?: string
  actors: readonly ReportActor[]
  /** Against this closing or rejection. */
  hasObjected: boolean
}

/** Roles that have to do with reports; an organiser or editor of the same area has not. An admin looks on and moves nothing. */
export const reportRoles: readonly Role[] = ['reviewer', 'dispatcher', 'handler', 'verifier', 'supervisor', 'liaison', 'admin']

/** Whether a grant reaches this report: its area contains the grid, and its unit, where it names one, is the unit in charge. */
export function grantReaches(grant: Pick<Grant, 'role' | 'areaId' | 'unitId'>, report: ReportFacts): boolean {
  const { areaId, unitId } = grant
  if (!reportRoles.includes(grant.role) || (!areaId && !unitId)) return false
  const isInArea = !areaId || [report.gridId, report.communityId, report.streetId, report.cityId].includes(areaId)
  const isInCharge = grant.role === 'handler' ? unitId !== undefined && unitId === report.unitId : !unitId || unitId === report.unitId
  return isInArea && isInCharge
}

/** In which capacities a person meets a report. None at all means: for them it is not there. */
export function capacitiesOf(
  report: ReportFacts,
  caller: { personId: string; grants: readonly Pick<Grant, 'role' | 'areaId' | 'unitId'>[] },
  isFollower: boolean
): ReportActor[] {
  const capacities: ReportActor[] = caller.grants.filter(grant => grantReaches(grant, report)).map(grant => grant.role)
  if (report.reporterId === caller.personId) capacities.push('reporter')
  else if (isFollower) capacities.push('follower')
  return [...new Set(capacities)]
}

/** Until when this report may be objected to, where it is in a state that allows it. */
export function objectionUntil(report: Pick<ReportFacts, 'state' | 'stateSince' | 'closedAt'>): Date | undefined {
  const daysAfter = (start: Date, days: number) => new Date(start.getTime() + days * DAY_MILLISECONDS)
  if (report.state === 'closed') return daysAfter(report.closedAt ?? report.stateSince, OBJECTION_DAYS_AFTER_CLOSING)
  if (report.state === 'rejected') return daysAfter(report.stateSince, OBJECTION_DAYS_AFTER_REJECTION)
  return undefined
}

type Question = (report: ReportFacts, mover: Mover, now: Date) => boolean

const conditions: Record<MoveCondition, Question> = {
  'mode-is-clue': report => report.mode === 'CLUE',
  'returns-left': report => report.returnCount < RETURNS_MAX,
  'no-returns-left': report => report.returnCount >= RETURNS_MAX,
  'mover-is-not-handler': (report, mover) => mover.personId === undefined || mover.personId !== report.handlerId,
  'mover-is-not-first-closer': (report, mover) => mover.personId === undefined || mover.personId !== report.firstCloserId,
  'mover-is-not-rejecter': (report, mover) => mover.personId === undefined || mover.personId !== report.rejecterId,
  'objected-after-closing': report => report.objectionFrom === 'closed',
  'objected-after-rejection': report => report.objectionFrom === 'rejected',
  'within-objection-window': (report, _, now) => {
    const until = objectionUntil(report)
    return until !== undefined && now <= until
  },
  'first-objection-of-person': (_, mover) => !mover.hasObjected,
  'past-deadline': (report, _, now) => report.dueAt !== null && report.dueAt < now
}

const isOpenTo = (move: ReportMove, report: ReportFacts, mover: Mover, now: Date) =>
  move.by.some(actor => mover.actors.includes(actor)) && (move.when ?? []).every(condition => conditions[condition](report, mover, now))

/**
 * The row of the table that lets this mover make this move now, and the capacity they make it in.
 * `undefined` means `move-not-allowed`.
 */
export function findMove(
  report: ReportFacts,
  to: ReportState,
  mover: Mover,
  now: Date
): { move: ReportMove; actor: ReportActor } | undefined {
  const move = movesBetween(report.state, to).find(candidate => isOpenTo(candidate, report, mover, now))
  const actor = move?.by.find(candidate => mover.actors.includes(candidate))
  return move && actor && { move, actor }
}

/** Every move this mover may make now, in the order of the table: what the staff page draws. */
export function allowedMoves(report: ReportFacts, mover: Mover, now: Date): AllowedMove[] {
  const open = reportMoves.filter(move => move.from === report.state && isOpenTo(move, report, mover, now))
  // The first row is the one `findMove` takes.
  const rows = open.filter((move, index) => open.findIndex(({ to }) => to === move.to) === index)
  return rows.map(move => ({ to: move.to, needs: [...needsOf(move, report)] }))
}

/** What the mover must bring; a reopened report without a unit needs one. */
export function needsOf(move: ReportMove, report: Pick<ReportFacts, 'unitId'>): readonly MoveNeed[] {
  const opensWithoutUnit = move.from === 'objection' && move.to === 'handling' && report.unitId === null
  return opensWithoutUnit ? [...(move.needs ?? []), 'unit'] : (move.needs ?? [])
}

/** What a mover brought, as far as needs ask for it. */
export interface Brought {
  reasonCode?: string | undefined
  note?: string | undefined
  unitId?: string | undefined
  masterId?: string | undefined
  photoIds?: readonly string[] | undefined
  /** Where it is, said anew in an answer. */
  point?: Point | undefined
}

/** The first field that is missing for these needs, by name; `undefined` where all is there. */
export function missingFor(needs: readonly MoveNeed[], mode: HandlingMode, brought: Brought): string | undefined {
  const hasNote = Boolean(brought.note)
  const hasPhoto = (brought.photoIds?.length ?? 0) > 0
  const missing: Record<MoveNeed, string | undefined> = {
    'reason-code': brought.reasonCode ? undefined : 'reasonCode',
    reason: brought.reasonCode || hasNote ? undefined : 'reasonCode',
    unit: brought.unitId ? undefined : 'unitId',
    result: mode === 'FIX' ? (hasPhoto ? undefined : 'photoIds') : hasNote || hasPhoto ? undefined : 'note',
    master: brought.masterId ? undefined : 'masterId',
    statement: hasNote || hasPhoto || brought.point ? undefined : 'note'
  }
  return needs.map(need => missing[need]).find(field => field !== undefined)
}
