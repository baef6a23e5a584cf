import type { City } from '#server/city'
import type { Reading, Writing } from '#server/database/database'
import type { Caller } from '#server/operation'
import { refuse } from '#server/refusal'
import { findShift, lockShift, type ShiftOfActivity } from '#server/volunteering/activities/activity-store'
import { isStaffHere, manages } from '#server/volunteering/activities/volunteering-rights-rules'

type Right = typeof manages

const withRight = (found: ShiftOfActivity | undefined, right: Right, caller: Caller, city: City): ShiftOfActivity =>
  found && right(caller.grants, found.activity, (area, inner) => city.places.contains(area, inner)) ? found : refuse('shift-not-found')

/** A shift for who runs it; for everybody else there is none. */
export const deskOf = async (reading: Reading, shiftId: string, caller: Caller, city: City) =>
  withRight(await findShift(reading, shiftId), manages, caller, city)

/** The same, held until the transaction ends. */
export const holdDesk = async (writing: Writing, shiftId: string, caller: Caller, city: City) =>
  withRight(await lockShift(writing, shiftId), manages, caller, city)

/** A shift for who runs it, publishes it or verifies it. */
export const rosterOf = async (reading: Reading, shiftId: string, caller: Caller, city: City) =>
  withRight(await findShift(reading, shiftId), isStaffHere, caller, city)
