import { reports as contract } from '#contract/reports'
import { command } from '#server/operation'
import { Refusal } from '#server/refusal'
import { moveAs } from '#server/reports/move-report'

/**
 * Many reports to one unit. Each is decided for itself; one that was moved meanwhile is named and does not hold the others up.
 * Refusals come before anything of that report is written, so those that went stay consistent.
 */
export const dispatchReports = command(contract.dispatchReports, async ({ input, caller, writing, city, now }) => {
  const surroundings = { city: city, now }
  const results: { reportId: string; refusal?: string; version?: number }[] = []
  for (const { reportId, version } of [...input.reports].sort((a, b) => a.reportId.localeCompare(b.reportId)))
    try {
      const moved = await moveAs(writing, caller, { reportId, version, to: 'dispatched', unitId: input.unitId }, surroundings)
      results.push({ reportId, version: moved.version })
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
      results.push({ reportId, refusal: fault.code })
    }
  return { results }
})
