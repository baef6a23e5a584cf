import { DISTANCE_STEP_METRES } from '#contract/report-shapes'
import { RECENTLY_CLOSED_DAYS } from '#contract/report-states'
import { reports as contract } from '#contract/reports'
import { businessDateOf } from '#server/business-date'
import { openQuery } from '#server/operation'
import { refuse } from '#server/refusal'
import { followTicket } from '#server/reports/follow-ticket'
import { listSimilar } from '#server/reports/report-near-store'
import { relationTo } from '#server/reports/report-people-store'

const SHOWN_MAX = 5

/**
 * "Is it this one?", asked before sending. What is shown lets nobody be recognised: days, and distances in steps from the middle of a
 * cell, so that no number of questions finds the point.
 */
export const findSimilarReports = openQuery(
  contract.findSimilarReports,
  async ({ input, caller, reading, city, addresses, sessions, now }) => {
    const category = city.categories.categoryOf(input.categoryCode) ?? refuse('not-found')
    if (input.isApproximate) return { reports: [] }
    const closedSince = new Date(now.getTime() - RECENTLY_CLOSED_DAYS * 86_400_000)
    const near = (await listSimilar(reading, input.point, category, closedSince)).slice(0, SHOWN_MAX)
    const reports = await Promise.all(
      near.map(async row => ({
        reportId: row.reportId,
        number: row.number,
        state: row.state,
        categoryName: category.name,
        submittedOn: businessDateOf(row.submittedAt),
        distanceMetres: Math.max(1, Math.ceil(row.distanceMetres / DISTANCE_STEP_METRES)) * DISTANCE_STEP_METRES,
        ticket: followTicket(sessions, row.reportId, now),
        followerCount: row.followerCount,
        isMine: caller !== undefined && row.reporterId === caller.personId,
        isFollowed: caller !== undefined && (await relationTo(reading, row.reportId, caller.personId)) === 'follower',
        ...(row.closedAt && { closedOn: businessDateOf(row.closedAt) }),
        ...(row.coverFileId && { glanceUrl: addresses.addressOf(row.coverFileId, 'glance', { now }) })
      }))
    )
    return { reports }
  }
)
