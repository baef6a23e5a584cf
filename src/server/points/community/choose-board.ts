import { points as contract } from '#contract/points'
import { command } from '#server/operation'
import { findBoardChoice, saveBoardChoice } from '#server/points/community/board-store'
import { refuse } from '#server/refusal'

/** Left out, the community that was chosen before stays. */
export const chooseBoard = command(contract.chooseBoard, async ({ input, caller, writing, city }) => {
  const { isShown } = input
  const { personId } = caller
  const communityId = input.communityId ?? (await findBoardChoice(writing, personId))?.communityId
  if (communityId === undefined) return isShown ? refuse('not-found') : { isShown }
  if (city.places.kindOf(communityId) !== 'community') refuse('not-found')
  await saveBoardChoice(writing, { personId, communityId, isShown })
  return { communityId, isShown }
})
