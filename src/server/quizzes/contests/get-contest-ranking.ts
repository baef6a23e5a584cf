import { quizzes as contract } from '#contract/quizzes'
import type { RankedParticipant } from '#contract/quizzes-contests'
import { PAGE_SIZE } from '#contract/shapes'
import { readCursor, wholeOf, writeCursor } from '#server/cursor'
import { query } from '#server/operation'
import { isOver } from '#server/quizzes/contests/contest-rules'
import { findPublished } from '#server/quizzes/contests/contest-view'
import { countRanked, findRanked, listRanking, type RankedRow } from '#server/quizzes/contests/ranking-store'
import { refuse } from '#server/refusal'
import { maskName } from '#server/volunteering/volunteers/name-rules'

const toParticipant = ({ rank, displayName, score, seconds, personId }: RankedRow, myId: string): RankedParticipant => ({
  ...{ rank, maskedName: maskName(displayName), score, seconds: seconds ?? 0 },
  isMe: personId === myId
})

function readPlace(cursor: string) {
  const { rank, attemptId } = readCursor(cursor, ['rank', 'attemptId'])
  return { rank: wholeOf(rank), attemptId }
}

/** Those who chose to be shown, masked, with the rank they have among everybody. An attempt that the clock has not ended yet is not in it. */
export const getContestRanking = query(contract.getContestRanking, async ({ input, caller, reading, now }) => {
  const { contestId, cursor } = input
  const contest = await findPublished(reading, contestId)
  if (!isOver(contest, now)) refuse('contest-not-over')
  const after = cursor === undefined ? undefined : readPlace(cursor)
  const rows = await listRanking(reading, contestId, PAGE_SIZE + 1, after)
  const mine = await findRanked(reading, contestId, caller.personId)
  const page = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined
  return {
    participants: page.map(row => toParticipant(row, caller.personId)),
    ...(mine && { mine: toParticipant(mine, caller.personId) }),
    participantCount: await countRanked(reading, contestId),
    ...(last && { nextCursor: writeCursor({ rank: String(last.rank), attemptId: last.attemptId }) })
  }
})
