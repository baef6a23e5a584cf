import { volunteering as contract } from '#contract/volunteering'
import { CODE_STEP_SECONDS } from '#contract/volunteering-states'
import { query } from '#server/operation'
import { deskOf } from '#server/volunteering/presence/desk'
import { deskKeyOf } from '#server/volunteering/presence/shift-code-check'

/** What the desk computes the codes of one shift from while it has no network. */
export const getDeskKit = query(contract.getDeskKit, async ({ input, reading, caller, city, now }) => {
  const { shift } = await deskOf(reading, input.shiftId, caller, city)
  return {
    shiftId: shift.shiftId,
    secret: deskKeyOf(shift.secret),
    stepSeconds: CODE_STEP_SECONDS,
    serverTime: now.toISOString(),
    startsAt: shift.startsAt.toISOString(),
    endsAt: shift.endsAt.toISOString()
  }
})
