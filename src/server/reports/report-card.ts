import type { ReportCard } from '#contract/report-shapes'
import type { City } from '#server/city'
import type { FileAddresses } from '#server/files/file-addresses'
import { coarsePoint } from '#server/places/distance'
import type { CardRow } from '#server/reports/report-cards-store'

/** Late while the present state runs; what has no limit is never late. */
export const isOverdue = (row: Pick<CardRow, 'dueAt' | 'state'>, now: Date) =>
  row.dueAt !== null && row.dueAt < now && row.state !== 'need_info' && row.state !== 'suspended'

/** A row as lists show it. `seesPhoto` is false for followers, who get the blurred picture. */
export function toCard(
  row: CardRow,
  city: City,
  addresses: FileAddresses,
  seen: { now: Date; seesPhoto: boolean; isFollower?: boolean; viewerId?: string }
): ReportCard {
  const category = city.categories.categoryAt(row.categoryCode, row.categoryVersion)
  const place = city.places.placeAt(row)
  const unitName = row.unitId === null ? undefined : city.places.unitOf(row.unitId)?.name
  return {
    reportId: row.reportId,
    number: row.number,
    state: row.state,
    version: row.version,
    mode: row.mode,
    categoryCode: row.categoryCode,
    categoryName: category.name,
    gridName: place.grid.name,
    communityName: place.community.name,
    point: seen.isFollower ? coarsePoint(row) : { longitude: row.longitude, latitude: row.latitude },
    isApproximate: row.isApproximate,
    isPublished: row.publishedAt !== null,
    submittedAt: row.submittedAt.toISOString(),
    isOverdue: isOverdue(row, seen.now),
    escalation: row.escalation,
    isUrgent: category.isUrgent,
    reworkCount: row.reworkCount,
    ...(row.dueAt && { dueAt: row.dueAt.toISOString() }),
    ...(row.closedAt && { closedAt: row.closedAt.toISOString() }),
    ...(unitName && { unitName }),
    ...(row.coverFileId && { thumbnailUrl: addresses.addressOf(row.coverFileId, seen.seesPhoto ? 'thumbnail' : 'glance', seen) })
  }
}
