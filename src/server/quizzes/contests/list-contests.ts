import { LATE_SECONDS } from '#contract/quiz-states'
import { quizzes as contract } from '#contract/quizzes'
import { PAGE_SIZE } from '#contract/shapes'
import { momentOf, readCursor, writeCursor } from '#server/cursor'
import { query } from '#server/operation'
import { listPublished, type ContestPlace } from '#server/quizzes/contests/contest-store'
import { viewContests } from '#server/quizzes/contests/contest-view'
import { refuseInput } from '#server/refusal'

function readPlace(cursor: string): ContestPlace {
  const { at, group, rank, contestId } = readCursor(cursor, ['at', 'group', 'rank', 'contestId'])
  if (!/^[012]$/.test(group) || !/^-?\d{1,12}(\.\d{1,6})?$/.test(rank)) refuseInput('cursor', 'not a cursor of this list')
  return { at: momentOf(at), group: Number(group), rank: Number(rank), contestId }
}

/** Contests that are or were published. All pages are in the order of the moment of the first, so that none is missed when one opens meanwhile. */
export const listContests = query(contract.listContests, async ({ input: { cursor }, caller, reading, now }) => {
  const after = cursor === undefined ? undefined : readPlace(cursor)
  const at = after?.at ?? now
  const openUntil = new Date(at.getTime() - LATE_SECONDS * 1000)
  const rows = await listPublished(reading, { at, openUntil, after, limit: PAGE_SIZE + 1 })
  const page = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined
  return {
    contests: await viewContests(
      reading,
      page.map(row => row.contest),
      caller.personId,
      now
    ),
    ...(last && {
      nextCursor: writeCursor({
        ...{ at: at.toISOString(), group: String(last.group) },
        ...{ rank: String(last.rank), contestId: last.contest.contestId }
      })
    })
  }
})
