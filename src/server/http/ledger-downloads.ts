import type { SignedDocument } from '#server/documents/document-address'
import { ledgerSheets } from '#server/documents/ledger-workbook'
import { writeWorkbook } from '#server/documents/workbook'
import type { Product } from '#server/product'
import { listForTable, listTurnover } from '#server/points/office/ledger-store'
import { byMonth } from '#server/points/office/summary-rules'
import { maskName } from '#server/volunteering/volunteers/name-rules'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** More makes a file nobody opens, and takes the memory of the server. */
const TRANSACTIONS_MAX = 50_000

/** The books of a period as a table. Undefined where the address names none. */
export async function ledgerDownload({ database }: Product, { name }: SignedDocument, now: Date) {
  const [, from, to] = /^ledger\/([\d-]+)_([\d-]+)\.xlsx$/.exec(name) ?? []
  if (!from || !to) return undefined
  const found = await listForTable(database.reading, { from, to }, TRANSACTIONS_MAX + 1)
  const rows = found
    .slice(0, TRANSACTIONS_MAX)
    .map(({ name: displayName, ...row }) => ({ ...row, maskedName: maskName(displayName ?? '') }))
  const months = byMonth(await listTurnover(database.reading, { from, to }))
  const sheets = ledgerSheets({ from, to, rows, isCut: found.length > rows.length, byMonth: months })
  return { bytes: await writeWorkbook(sheets, now), type: XLSX, fileName: `ledger-${from}-${to}.xlsx` }
}
