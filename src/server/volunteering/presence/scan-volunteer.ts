import { volunteering as contract } from '#contract/volunteering'
import type { AttendanceState } from '#contract/volunteering-states'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { limitDigits, refuseDigits } from '#server/volunteering/presence/arrive'
import { deskOf, holdDesk } from '#server/volunteering/presence/desk'
import { findVolunteer, findVolunteerByDigits } from '#server/volunteering/presence/find-volunteer'
import { markPresence } from '#server/volunteering/presence/mark-presence'
import { personalKeysOf } from '#server/volunteering/presence/personal-code'
import { lockVolunteers } from '#server/volunteering/sign-ups/sign-up-store'
import { maskName } from '#server/volunteering/volunteers/name-rules'

const EIGHT_DIGITS = /^\s*(\d{8})\s*$/

/** 反扫: staff scan the resident's own code or paper card. A human sees the person, so it is the strongest proof. */
export const scanVolunteer = command(contract.scanVolunteer, async asked => {
  const { input, caller, writing, sessions, city, now } = asked
  const { shiftId, phase, code, isWalkIn } = input
  await deskOf(writing, shiftId, caller, city)
  const [keys, typed] = [personalKeysOf(sessions), EIGHT_DIGITS.exec(code)?.[1]]
  if (typed) await limitDigits(writing, caller.personId, now)
  const volunteer = typed ? await findVolunteerByDigits(writing, keys, shiftId, typed, now) : await findVolunteer(writing, keys, code)
  if (!volunteer) {
    await refuseDigits(asked)
    return { personId: caller.personId, maskedName: '', state: 'none' as AttendanceState }
  }
  if ('refusal' in volunteer) return refuse(volunteer.refusal)
  const { personId, displayName, signals } = volunteer
  if (personId === caller.personId) refuse('same-person')
  await lockVolunteers(writing, [personId])
  const found = await holdDesk(writing, shiftId, caller, city)
  const marked = await markPresence(writing, {
    ...{ found, personId, phase, signals, isWalkIn, at: now, receivedAt: now },
    staffId: caller.personId,
    codeId: volunteer.codeIdFor(phase),
    isFresh: volunteer.isFresh(now, false)
  })
  return 'refusal' in marked ? refuse(marked.refusal, marked.data) : { personId, maskedName: maskName(displayName), state: marked.state }
})
