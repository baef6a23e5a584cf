import { useState } from 'react'
import type { RankedParticipant } from '#contract/quizzes-contests'
import { call } from '#app/platform/call-operation'
import { usePages } from '#app/platform/use-pages'

/** The ranking of a contest that is over, and my own place in it. */
export function useRanking(contestId: string) {
  const [mine, setMine] = useState<RankedParticipant | undefined>(undefined)
  const read = async (cursor?: string) => {
    const page = await call.quizzes.getContestRanking({ contestId, ...(cursor && { cursor }) })
    if (!cursor) setMine(page.mine)
    // Two people may have one rank, one masked name and one time: only where they stand tells them apart.
    const rows = page.participants.map((row, place) => ({ ...row, rowId: `${cursor ?? 'first'} ${place}` }))
    return { rows, nextCursor: page.nextCursor, totalCount: page.participantCount }
  }
  const list = usePages(contestId, read, ({ rowId }) => rowId)
  return { list, mine }
}

export type Ranking = ReturnType<typeof useRanking>
