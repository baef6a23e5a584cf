import { quizzes as contract } from '#contract/quizzes'
import { PAGE_SIZE } from '#contract/shapes'
import { momentOf, readCursor, writeCursor } from '#server/cursor'
import { query } from '#server/operation'
import { scopesIn } from '#server/quizzes/bank/scope-rules'
import { listPlanned } from '#server/quizzes/contests/contest-store'
import { requireOffice, viewPlanned } from '#server/quizzes/contests/contest-view'

export const listPlannedContests = query(contract.listPlannedContests, async ({ input, caller, reading, city, settings, now }) => {
  requireOffice(caller, city)
  const cursor = input.cursor === undefined ? undefined : readCursor(input.cursor, ['at', 'id'])
  const rows = await listPlanned(reading, PAGE_SIZE + 1, cursor && { at: momentOf(cursor.at), id: cursor.id })
  const page = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined
  return {
    planned: await viewPlanned(reading, page, { personId: caller.personId, now, scopes: scopesIn(settings.CITY_PLACE) }),
    ...(last && { nextCursor: writeCursor({ at: last.changedAt.toISOString(), id: last.contestId }) })
  }
})
