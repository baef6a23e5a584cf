import type { ReportActor } from '#contract/report-moves'
import type { HistoryEntry } from '#contract/report-shapes'
import type { City } from '#server/city'
import type { Correction, HistoryRow, ReportRow } from '#server/reports/report-store'

/** How much of a report somebody sees. */
export interface View {
  kind: 'reporter' | 'follower' | 'staff'
  seesOriginals: boolean
  seesReporter: boolean
}

/**
 * Staff see all, but a unit sees the reporter's name only where the reporter allowed it. A reporter sees their own photos; a
 * follower none that was not covered. `undefined`: for this person it is not there.
 */
export function viewOf(actors: readonly ReportActor[], row: Pick<ReportRow, 'showsNameToUnit'>): View | undefined {
  const staffRoles = actors.filter(actor => actor !== 'reporter' && actor !== 'follower')
  if (actors.includes('reporter')) return { kind: 'reporter', seesOriginals: true, seesReporter: true }
  if (staffRoles.length > 0) {
    const isUnitOnly = staffRoles.every(role => role === 'handler')
    return { kind: 'staff', seesOriginals: true, seesReporter: !isUnitOnly || row.showsNameToUnit }
  }
  return actors.includes('follower') ? { kind: 'follower', seesOriginals: false, seesReporter: false } : undefined
}

/** What residents wrote to the city is for staff and themselves; what staff note for residents is for all who see the case. */
function notesAreShared(entry: HistoryRow, view: View): boolean {
  if (view.kind === 'staff') return true
  const isByResident = entry.role === 'reporter' || entry.role === 'follower'
  return view.kind === 'reporter' ? entry.role !== 'follower' : !isByResident && entry.to !== 'need_info'
}

/** What a correction changed, in names. */
function correctionInNames({ category, place }: Correction, { categories, places }: City): HistoryEntry['correction'] {
  const categoryName = ({ code, version }: { code: string; version: number }) => categories.categoryAt(code, version).name
  const gridName = ({ gridId }: { gridId: string }) => places.areaOf(gridId)?.name ?? ''
  return {
    ...(category && { category: { from: categoryName(category.from), to: categoryName(category.to) } }),
    ...(place && { place: { from: gridName(place.from), to: gridName(place.to) } })
  }
}

/** A line of history as this viewer may read it. Names of staff are for staff. */
export function historyAsSeen(entry: HistoryRow, view: View, names: ReadonlyMap<string, string>, city: City): HistoryEntry {
  const { places } = city
  const isStaffLine = entry.role !== 'reporter' && entry.role !== 'follower'
  const actorName = isStaffLine && entry.actorId ? names.get(entry.actorId) : undefined
  const unitName = entry.unitId ? places.unitOf(entry.unitId)?.name : undefined
  return {
    at: entry.at.toISOString(),
    from: entry.from,
    to: entry.to,
    role: entry.role,
    photoIds: entry.photoIds,
    ...(actorName && { actorName }),
    ...(unitName && { unitName }),
    ...(entry.reasonCode && { reasonCode: entry.reasonCode }),
    ...(entry.note && notesAreShared(entry, view) && { note: entry.note }),
    ...(entry.referredTo && { referredTo: entry.referredTo }),
    ...(entry.correction && { correction: correctionInNames(entry.correction, city) }),
    ...(entry.referenceNumber && { referenceNumber: entry.referenceNumber })
  }
}
