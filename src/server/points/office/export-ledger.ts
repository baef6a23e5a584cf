import { points as contract } from '#contract/points'
import { query } from '#server/operation'
import { isDay, keepsBooks } from '#server/points/office/office-rules'
import { refuse, refuseInput } from '#server/refusal'

/** Where the books of a period can be downloaded; they are read when somebody does, for this person alone. */
export const exportLedger = query(contract.exportLedger, async ({ input, caller, city, documents, now }) => {
  if (!keepsBooks(caller, city)) refuse('not-found')
  const { from, to } = input
  if (!isDay(from) || !isDay(to) || to < from) refuseInput('to', 'not a day after from')
  return { url: documents.addressOf(`ledger/${from}_${to}.xlsx`, { viewerId: caller.personId, now }) }
})
