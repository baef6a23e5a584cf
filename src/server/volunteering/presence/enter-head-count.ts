import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { holdDesk } from '#server/volunteering/presence/desk'
import { isHeadCountOff } from '#server/volunteering/presence/grade-rules'
import { addHeadCount, countPresent, raiseFlag } from '#server/volunteering/presence/presence-store'
import { headCountMoment } from '#server/volunteering/presence/prompt-rules'

/** Staff count heads when the system asks, not when it suits; a difference flags the shift. */
export const enterHeadCount = command(contract.enterHeadCount, async ({ input, caller, writing, city, now }) => {
  const { shift, activity } = await holdDesk(writing, input.shiftId, caller, city)
  const { shiftId } = shift
  if (shift.isCancelled || now < headCountMoment(shift) || now > shift.endsAt) refuse('not-asked')
  const { count: counted } = input
  const presentCount = await countPresent(writing, shiftId)
  const isFirst = await addHeadCount(writing, { shiftId, counted, present: presentCount, at: now, staffId: caller.personId })
  if (!isFirst) refuse('already-done')
  const isFlagged = isHeadCountOff(counted, presentCount)
  const { activityId, organisationId } = activity
  if (isFlagged)
    await raiseFlag(writing, {
      ...{ kind: 'head-count', organisationId, activityId, shiftId, freezes: true, at: now },
      facts: { counted, present: presentCount }
    })
  return { isFlagged, presentCount }
})
