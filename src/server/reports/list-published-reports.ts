import type { PublishedReport } from '#contract/report-shapes'
import { reports as contract } from '#contract/reports'
import { PAGE_SIZE } from '#contract/shapes'
import type { City } from '#server/city'
import { momentOf, readCursor, writeCursor } from '#server/cursor'
import type { FileAddresses } from '#server/files/file-addresses'
import { openQuery } from '#server/operation'
import { listPublished } from '#server/reports/report-published-store'

type Row = Awaited<ReturnType<typeof listPublished>>[number]

function toPublished(row: Row, { places, categories }: City, addresses: FileAddresses, now: Date): PublishedReport {
  const picture = (fileId: string) => ({
    url: addresses.addressOf(fileId, 'redacted', { now }),
    thumbnailUrl: addresses.addressOf(fileId, 'redacted-thumbnail', { now })
  })
  const place = places.placeAt(row)
  const unitName = row.unitId === null ? undefined : places.unitOf(row.unitId)?.name
  return {
    reportId: row.reportId,
    categoryName: categories.categoryAt(row.categoryCode, row.categoryVersion).name,
    communityName: place.community.name,
    gridName: place.grid.name,
    submittedAt: row.submittedAt.toISOString(),
    closedAt: (row.closedAt ?? now).toISOString(),
    publishedAt: (row.publishedAt ?? now).toISOString(),
    summary: row.summary ?? '',
    ...(unitName && { unitName }),
    ...(row.beforeId && { before: picture(row.beforeId) }),
    ...(row.afterId && { after: picture(row.afterId) })
  }
}

export const listPublishedReports = openQuery(contract.listPublishedReports, async ({ input, reading, city, addresses, now }) => {
  const cursor = input.cursor === undefined ? undefined : readCursor(input.cursor, ['at', 'id'])
  const rows = await listPublished(reading, PAGE_SIZE + 1, input.communityId, cursor && { at: momentOf(cursor.at), id: cursor.id })
  const last = rows[PAGE_SIZE - 1]
  const nextCursor =
    rows.length > PAGE_SIZE && last?.publishedAt ? writeCursor({ at: last.publishedAt.toISOString(), id: last.reportId }) : undefined
  return { reports: rows.slice(0, PAGE_SIZE).map(row => toPublished(row, city, addresses, now)), ...(nextCursor && { nextCursor }) }
})
