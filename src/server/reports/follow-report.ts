import { POLICY_VERSION } from '#contract/people'
import { RECENTLY_CLOSED_DAYS, reportStateFacts } from '#contract/report-states'
import { reports as contract } from '#contract/reports'
import type { Point } from '#contract/shapes'
import type { City } from '#server/city'
import { command } from '#server/operation'
import { CELL_RADIUS_METRES, coarsePoint, distanceMetres } from '#server/places/distance'
import { refuse } from '#server/refusal'
import { isFollowTicket } from '#server/reports/follow-ticket'
import { relationTo, tieToReport } from '#server/reports/report-people-store'
import { lockReport, type ReportRow } from '#server/reports/report-store'

/** Whether the place is one where somebody at this point would have met it: as near as the duplicate hint looks. */
function isNear(row: ReportRow, point: Point, city: City): boolean {
  const category = city.categories.categoryAt(row.categoryCode, row.categoryVersion)
  return distanceMetres(point, coarsePoint(row)) <= category.duplicateRadiusMetres + CELL_RADIUS_METRES
}

/** 我也遇到. Only what the duplicate hint would show can be followed, by whom it was shown to or from near it; the reporter follows already. */
export const followReport = command(contract.followReport, async ({ input, caller, writing, city, sessions, now }) => {
  if (caller.consentedPolicy !== POLICY_VERSION) refuse('consent-needed')
  const { ticket, point, reportId } = input
  const row = (await lockReport(writing, reportId)) ?? refuse('not-found')
  const wasShown = ticket !== undefined && isFollowTicket(sessions, reportId, ticket, now)
  const isThere = wasShown || (point !== undefined && !row.isApproximate && isNear(row, point, city))
  if (!isThere && (await relationTo(writing, reportId, caller.personId)) === undefined) refuse('not-found')
  const closedLately = row.closedAt !== null && now.getTime() - row.closedAt.getTime() <= RECENTLY_CLOSED_DAYS * 86_400_000
  if (!reportStateFacts[row.state].isOpen && !closedLately) refuse('not-found')
  if (!(await tieToReport(writing, row.reportId, caller.personId, 'follower', now))) refuse('already-followed')
  return { reportId: row.reportId, followerCount: row.followerCount + 1 }
})
