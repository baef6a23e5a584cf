import { reportStateFacts } from '#contract/report-states'
import { reports as contract } from '#contract/reports'
import { PAGE_SIZE } from '#contract/shapes'
import { momentOf, readCursor, writeCursor } from '#server/cursor'
import { query } from '#server/operation'
import { refuse } from '#server/refusal'
import { toCard } from '#server/reports/report-card'
import type { CardRow } from '#server/reports/report-cards-store'
import { listByNumber, listLane } from '#server/reports/report-work-store'
import { isEmptyScope, lanesOf, scopeOf } from '#server/reports/work-rules'

const compare = (a: CardRow, b: CardRow) => a.sortAt.getTime() - b.sortAt.getTime() || (a.reportId < b.reportId ? -1 : 1)

/** The queue of a member of staff. Residents have none: for them this reads like not there. */
export const listWork = query(contract.listWork, async ({ input, caller, reading, city, addresses, now }) => {
  const scope = scopeOf(caller.grants, city.places.kindOf)
  if (isEmptyScope(scope)) refuse('not-found')
  const seen = { now, seesPhoto: true, viewerId: caller.personId }
  const { asksSuspension: _, ...narrowed } = input
  const filter = { ...narrowed, overdueAt: input.isOverdue ? now : undefined }
  if (input.number && !input.state) {
    const named = await listByNumber(reading, scope, filter, PAGE_SIZE)
    return { reports: named.map(row => toCard(row, city, addresses, seen)) }
  }
  const lanes = input.state
    ? [{ state: input.state, scope }]
    : input.asksSuspension
      ? [{ state: 'handling' as const, scope, only: 'suspension' as const }]
      : lanesOf(caller.grants, city.places.kindOf)
  const isNewestFirst = input.state !== undefined && !reportStateFacts[input.state].isOpen
  const cursor = input.cursor === undefined ? undefined : readCursor(input.cursor, ['at', 'id'])
  const page = { isNewestFirst, limit: PAGE_SIZE + 1, after: cursor && { at: momentOf(cursor.at), id: cursor.id } }
  const walked = await Promise.all(lanes.map(async lane => ({ lane, found: await listLane(reading, lane, filter, page) })))
  const waits = new Map(walked.flatMap(({ lane, found }) => found.map(row => [row.reportId, lane.only] as const)))
  // Whoever dispatches and supervises meets a report that waits for both of them once.
  const found = new Map(walked.flatMap(lane => lane.found.map(row => [row.reportId, row] as const)))
  const rows = [...found.values()].sort((a, b) => (isNewestFirst ? compare(b, a) : compare(a, b)))
  const last = rows[PAGE_SIZE - 1]
  const nextCursor = rows.length > PAGE_SIZE && last ? writeCursor({ at: last.sortAt.toISOString(), id: last.reportId }) : undefined
  const cards = rows.slice(0, PAGE_SIZE).map(row => {
    const waitsFor = waits.get(row.reportId)
    return { ...toCard(row, city, addresses, seen), ...(waitsFor && { waitsFor }) }
  })
  return { reports: cards, ...(nextCursor && { nextCursor }) }
})
