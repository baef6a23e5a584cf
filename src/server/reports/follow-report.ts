import { POLICY_VERSION } from '#contract/people'
import { RECENTLY_CLOSED_DAYS, reportStateFacts } from '#contract/report-states'
import { reports as contract } from '#contract/reports'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { tieToReport } from '#server/reports/report-people-store'
import { lockReport } from '#server/reports/report-store'

/** 我也遇到. Only what the duplicate hint would show can be followed; the reporter follows already. */
export const followReport = command(contract.followReport, async ({ input, caller, writing, now }) => {
  if (caller.consentedPolicy !== POLICY_VERSION) refuse('consent-needed')
  const row = (await lockReport(writing, input.reportId)) ?? refuse('not-found')
  const closedLately = row.closedAt !== null && now.getTime() - row.closedAt.getTime() <= RECENTLY_CLOSED_DAYS * 86_400_000
  if (!reportStateFacts[row.state].isOpen && !closedLately) refuse('not-found')
  if (!(await tieToReport(writing, row.reportId, caller.personId, 'follower', now))) refuse('already-followed')
  return { reportId: row.reportId, followerCount: row.followerCount + 1 }
})
