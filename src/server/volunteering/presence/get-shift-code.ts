import { makeShiftCode, makeShiftDigits, secondsLeft, stepOf } from '#contract/presence-code'
import { volunteering as contract } from '#contract/volunteering'
import { query } from '#server/operation'
import { deskOf } from '#server/volunteering/presence/desk'
import { deskKeyOf } from '#server/volunteering/presence/shift-code-check'

/** The code that stands on the desk's screen just now. */
export const getShiftCode = query(contract.getShiftCode, async ({ input, reading, caller, city, now }) => {
  const { shift } = await deskOf(reading, input.shiftId, caller, city)
  const code = { shiftId: shift.shiftId, phase: input.phase, step: stepOf(now) }
  const key = deskKeyOf(shift.secret)
  return { code: makeShiftCode(key, code), digits: makeShiftDigits(key, code), validForSeconds: secondsLeft(now) }
})
