import { reports as contract } from '#contract/reports'
import { command } from '#server/operation'
import { reportForPublisher } from '#server/reports/publish-report'
import { updateReport } from '#server/reports/report-store'

export const unpublishReport = command(contract.unpublishReport, async ({ input, caller, writing }) => {
  const row = await reportForPublisher(writing, caller, input.reportId)
  await updateReport(writing, row.reportId, { publishedAt: null, publishedSummary: null, publishedBeforeId: null, publishedAfterId: null })
  return { reportId: row.reportId }
})
