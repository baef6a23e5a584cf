import { getTableColumns } from 'drizzle-orm'
import { packing } from '#server/database/packed-page'
import { reports } from '#server/reports/report-tables'

const all = getTableColumns(reports)

/** The columns a card in a list is made of; lists never read the rest. */
export const cardColumns = {
  reportId: all.reportId,
  number: all.number,
  state: all.state,
  version: all.version,
  mode: all.mode,
  categoryCode: all.categoryCode,
  categoryVersion: all.categoryVersion,
  gridId: all.gridId,
  communityId: all.communityId,
  streetId: all.streetId,
  cityId: all.cityId,
  longitude: all.longitude,
  latitude: all.latitude,
  isApproximate: all.isApproximate,
  submittedAt: all.submittedAt,
  closedAt: all.closedAt,
  publishedAt: all.publishedAt,
  sortAt: all.sortAt,
  dueAt: all.dueAt,
  escalation: all.escalation,
  unitId: all.unitId,
  reworkCount: all.reworkCount,
  coverFileId: all.coverFileId,
  reporterId: all.reporterId
}

export type CardRow = Pick<typeof reports.$inferSelect, keyof typeof cardColumns>

/** Cards as one value a page. */
export const packedCards = packing(cardColumns)
