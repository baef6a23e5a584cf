import type { ReportMove } from '#contract/report-moves'
import { RECENTLY_CLOSED_DAYS, reportStateFacts, SUSPENSION_DAYS_MAX } from '#contract/report-states'
import { startOfBusinessDate } from '#server/business-date'
import type { Writing } from '#server/database/database'
import { refuse, refuseInput } from '#server/refusal'
import { corrected } from '#server/reports/correction'
import { applyMove } from '#server/reports/report-effects'
import { followUp } from '#server/reports/follow-up'
import type { Moved, Moving } from '#server/reports/moving'
import { missingFor, needsOf } from '#server/reports/report-rules'
import { moveByRule } from '#server/reports/report-routing'
import { appendHistory, attachPhotos, findReport, takeObjection, updateReport } from '#server/reports/report-store'

const DAY_MILLISECONDS = 86_400_000

const photoKindFor = (move: ReportMove) =>
  move.to === 'objection' ? 'objection' : move.from === 'need_info' ? 'answer' : move.from === 'referred' ? 'reply' : 'after'

function checkNeeds({ row, move, brought, city }: Moving): void {
  const needs = needsOf(move, row)
  const missing = missingFor(needs, row.mode, brought)
  if (missing) refuseInput(missing, 'needed for this move')
  if (brought.unitId && (needs.includes('unit') || move.to === 'dispatched' || move.to === 'handling')) {
    const category = city.categories.categoryAt(row.categoryCode, row.categoryVersion)
    if (!city.places.unitOf(brought.unitId)) refuse('not-found')
    if (!city.places.covers(brought.unitId, row, category)) refuse('unit-does-not-cover')
  }
}

/** The answer to a question may say where it is; nothing else moves a report's place. */
function placeAnew({ row, move, actor, brought, city }: Moving) {
  if (!brought.point) return undefined
  if (move.from !== 'need_info' || actor !== 'reporter') return refuseInput('point', 'only an answer moves the place')
  return corrected(row, { point: brought.point }, city)
}

/** When a suspension is looked at again: as the supervisor says, else as the unit asked, else after the longest time allowed. */
function reviewAtOf({ row, brought, now }: Moving): Date {
  const last = new Date(now.getTime() + SUSPENSION_DAYS_MAX * DAY_MILLISECONDS)
  const date = brought.reviewOn ?? row.suspensionRequest?.reviewOn
  if (!date) return last
  const reviewAt = startOfBusinessDate(date)
  if (reviewAt <= now || reviewAt > last) refuseInput('reviewOn', `a date after today, at most ${SUSPENSION_DAYS_MAX} days ahead`)
  return reviewAt
}

/** The report another one joins: open, or closed within a week, and not itself joined to a third. */
async function checkMaster(writing: Writing, { row, brought, now }: Moving): Promise<void> {
  const master = brought.masterId === row.reportId ? undefined : await findReport(writing, brought.masterId ?? '')
  if (!master || master.cityId !== row.cityId) return refuse('not-found')
  const closedLately = master.state === 'closed' && now.getTime() - master.stateSince.getTime() <= RECENTLY_CLOSED_DAYS * DAY_MILLISECONDS
  if (!reportStateFacts[master.state].isOpen && !closedLately) refuseInput('masterId', 'open, or closed within 7 days')
}

/**
 * Makes a move that `report-rules` allowed: checks what it needs, writes the new row and a line of history, and does what
 * follows from it. The caller holds the row's lock.
 */
export async function makeMove(writing: Writing, moving: Moving): Promise<Moved> {
  const { row, move, actor, personId, brought, city, now } = moving
  checkNeeds(moving)
  if (move.to === 'merged') await checkMaster(writing, moving)
  const photoIds = [...new Set(brought.photoIds ?? [])]
  const isAttached =
    personId === undefined ||
    (await attachPhotos(writing, { reportId: row.reportId, photoIds, kind: photoKindFor(move), ownerId: personId, takenAt: now }))
  if (!isAttached) refuseInput('photoIds', 'your own uploads, not in another report')
  const { reportId, closingRound } = row
  if (move.to === 'objection' && personId && !(await takeObjection(writing, { reportId, personId, closingRound, at: now })))
    refuse('move-not-allowed')
  const reviewAt = move.to === 'suspended' ? reviewAtOf(moving) : undefined
  const moved = placeAnew(moving)
  const category = city.categories.categoryAt(row.categoryCode, row.categoryVersion)
  const change = { to: move.to, actor, personId, unitId: brought.unitId, masterId: brought.masterId, question: brought.note, reviewAt }
  const patch = applyMove(row, change, category, now, city.categories.calendar)
  const version = row.version + 1
  await updateReport(writing, reportId, { ...patch, ...moved?.patch, version })
  await appendHistory(writing, {
    reportId: row.reportId,
    version,
    at: now,
    from: row.state,
    to: move.to,
    role: actor,
    actorId: personId ?? null,
    ruleId: moving.ruleId ?? null,
    unitId: move.to === 'dispatched' || move.to === 'handling' ? (brought.unitId ?? row.unitId) : row.unitId,
    reasonCode: brought.reasonCode ?? null,
    note: brought.note || null,
    referredTo: brought.referredTo || null,
    referenceNumber: brought.referenceNumber || null,
    masterId: brought.masterId ?? null,
    correction: moved?.correction ?? null,
    photoIds
  })
  const made = { ...moving, row: { ...row, ...patch, ...moved?.patch, version }, from: row.state, formerMasterId: row.masterId }
  await followUp(writing, made)
  const onward = moveByRule(made)
  return onward ? makeMove(writing, onward) : { state: move.to, version }
}
