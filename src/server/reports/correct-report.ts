import { reports as contract } from '#contract/reports'
import { command } from '#server/operation'
import { refuse, refuseInput } from '#server/refusal'
import { corrected, correctorOf } from '#server/reports/correction'
import { capacitiesOf } from '#server/reports/report-rules'
import { appendHistory, lockReport, updateReport } from '#server/reports/report-store'

/**
 * 更正: another category, another place, or both; the state stays. Which units cover it is asked anew when it is dispatched, since it is
 * not with any while it can be put right.
 */
export const correctReport = command(contract.correctReport, async ({ input, caller, writing, city, now }) => {
  const { reportId, categoryCode, point, note } = input
  if (!categoryCode && !point) refuseInput('categoryCode', 'a category or a point')
  const row = (await lockReport(writing, reportId)) ?? refuse('not-found')
  const actors = capacitiesOf(row, caller, false)
  if (actors.length === 0) refuse('not-found')
  if (row.version !== input.version) refuse('stale-version', { version: row.version })
  const role = correctorOf(row.state, actors) ?? refuse('move-not-allowed')
  const { patch, correction } = corrected(row, { point, categoryCode, now }, city)
  const version = row.version + 1
  await updateReport(writing, reportId, { ...patch, version })
  await appendHistory(writing, {
    ...{ reportId, version, at: now, from: row.state, to: row.state, role, actorId: caller.personId },
    ...{ note: note || null, correction, photoIds: [] }
  })
  return { state: row.state, version }
})
