import { points as contract } from '#contract/points'
import { businessDateOf } from '#server/business-date'
import { query } from '#server/operation'
import { BOARD_ROWS_MAX, rankContributions, rankOf } from '#server/points/community/board-rules'
import { findBoardChoice, listShown, sumContributions } from '#server/points/community/board-store'
import { refuse } from '#server/refusal'
import { maskName } from '#server/volunteering/volunteers/name-rules'

export const getCommunityBoard = query(contract.getCommunityBoard, async ({ input, caller, reading, city, now }) => {
  const { communityId, month = businessDateOf(now).slice(0, 7) } = input
  const community = city.places.areaOf(communityId)
  if (community?.kind !== 'community') return refuse('not-found')
  const { personId } = caller
  const choice = await findBoardChoice(reading, personId)
  const isMine = choice?.communityId === communityId
  const shown = await listShown(reading, communityId)
  const ids = shown.map(one => one.personId)
  const sums = await sumContributions(reading, isMine ? [...new Set([...ids, personId])] : ids, month)
  const ranked = rankContributions(
    shown.map(one => ({ personId: one.personId, maskedName: maskName(one.displayName), contribution: sums.get(one.personId) ?? 0 }))
  )
  const contribution = sums.get(personId) ?? 0
  const mine = { rank: rankOf(contribution, ranked), maskedName: maskName(caller.displayName), contribution, isMe: true }
  return {
    ...{ month, communityName: community.name, isShown: isMine && choice.isShown },
    rows: ranked.slice(0, BOARD_ROWS_MAX).map(({ personId: whose, rank, maskedName, contribution: sum }) => ({
      rank,
      maskedName,
      contribution: sum,
      isMe: whose === personId
    })),
    ...(isMine && { mine })
  }
})
