import { points as contract } from '#contract/points'
import { PAGE_SIZE } from '#contract/shapes'
import { query } from '#server/operation'
import { namesOf } from '#server/people/person-store'
import { cursorAfter, readBeginning } from '#server/points/line-page'
import { listLinesOf, listTransactions } from '#server/points/office/ledger-store'
import { accountSeen, keepsBooks } from '#server/points/office/office-rules'
import { refuse } from '#server/refusal'
import { maskName } from '#server/volunteering/volunteers/name-rules'

export const searchTransactions = query(contract.searchTransactions, async ({ input, caller, city, reading }) => {
  if (!keepsBooks(caller, city)) refuse('not-found')
  const { cursor, ...searched } = input
  const beginning = readBeginning(cursor)
  const rows = await listTransactions(reading, searched, { limit: PAGE_SIZE + 1, beginning })
  const page = rows.slice(0, PAGE_SIZE)
  const lines = await listLinesOf(
    reading,
    page.map(row => row.transactionId)
  )
  const names = await namesOf(
    reading,
    page.flatMap(({ personId, authorId, approverId }) => [personId, authorId, approverId].filter(id => id !== null))
  )
  return {
    transactions: page.map(row => ({
      ...{ transactionId: row.transactionId, at: row.at.toISOString(), on: row.businessDate, kind: row.kind, rule: row.rule },
      ...{ cause: row.cause, ruleVersion: row.ruleVersion, maskedName: maskName(names.get(row.personId) ?? '') },
      ...(row.clipped > 0 && { clipped: row.clipped }),
      ...(row.authorId !== null && { author: names.get(row.authorId) ?? '' }),
      ...(row.approverId !== null && { approver: names.get(row.approverId) ?? '' }),
      lines: (lines.get(row.transactionId) ?? []).map(({ account, amount }) => ({ account: accountSeen(account), amount }))
    })),
    ...(rows.length > PAGE_SIZE && { nextCursor: cursorAfter(page, beginning) })
  }
})
