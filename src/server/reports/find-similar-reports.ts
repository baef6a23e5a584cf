import { RECENTLY_CLOSED_DAYS } from '#contract/report-states'
import { reports as contract } from '#contract/reports'
import { openQuery } from '#server/operation'
import { refuse } from '#server/refusal'
import { listSimilar } from '#server/reports/report-near-store'
import { relationTo } from '#server/reports/report-people-store'

const SHOWN_MAX = 5

/** "Is it this one?", asked before sending. What is shown lets nobody be recognised. */
export const findSimilarReports = openQuery(contract.findSimilarReports, async ({ input, caller, reading, city, addresses, now }) => {
  const { categories } = city
  const category = categories.categoryOf(input.categoryCode) ?? refuse('not-found')
  const closedSince = new Date(now.getTime() - RECENTLY_CLOSED_DAYS * 86_400_000)
  const near = (await listSimilar(reading, input.point, category, closedSince)).slice(0, SHOWN_MAX)
  const reports = await Promise.all(
    near.map(async row => ({
      reportId: row.reportId,
      number: row.number,
      state: row.state,
      categoryName: category.name,
      submittedAt: row.submittedAt.toISOString(),
      distanceMetres: Math.round(row.distanceMetres),
      followerCount: row.followerCount,
      isMine: caller !== undefined && row.reporterId === caller.personId,
      isFollowed: caller !== undefined && (await relationTo(reading, row.reportId, caller.personId)) === 'follower',
      ...(row.closedAt && { closedAt: row.closedAt.toISOString() }),
      ...(row.coverFileId && { glanceUrl: addresses.addressOf(row.coverFileId, 'glance', { now }) })
    }))
  )
  return { reports }
})
