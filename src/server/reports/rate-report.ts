import { reports as contract } from '#contract/reports'
import { command } from '#server/operation'
import { releasePointsOfReport } from '#server/points/points-ledger'
import { refuse } from '#server/refusal'
import { lockReport, updateReport } from '#server/reports/report-store'

/** The reporter's word on a closed report, once. Whatever it is, the points come now and not at the end of the window. */
export const rateReport = command(contract.rateReport, async ({ input, caller, writing, now }) => {
  const row = (await lockReport(writing, input.reportId)) ?? refuse('not-found')
  if (row.reporterId !== caller.personId) refuse('not-found')
  if (row.state !== 'closed') refuse('move-not-allowed')
  if (row.rating !== null) refuse('already-done')
  await updateReport(writing, row.reportId, {
    rating: input.rating,
    ratingComment: input.comment || null,
    pointsReleaseAt: null
  })
  await releasePointsOfReport(writing, row.reportId, row.closingRound, now)
  return { rating: input.rating }
})
