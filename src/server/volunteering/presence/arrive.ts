import type { PresencePhase, AttendanceState, PresenceSignal } from '#contract/volunteering-states'
import { publicActivityStates } from '#contract/volunteering-states'
import type { Position } from '#contract/volunteering-shapes'
import type { Writing } from '#server/database/database'
import type { Surroundings } from '#server/operation'
import { refuse, refuseInput } from '#server/refusal'
import { lockShift, type ShiftOfActivity } from '#server/volunteering/activities/activity-store'
import { sightOf } from '#server/volunteering/presence/arrival-rules'
import { countWrongDigits, noteWrongDigits } from '#server/volunteering/presence/code-store'
import { markPresence } from '#server/volunteering/presence/mark-presence'
import { checkShiftCode, checkShiftDigits, deskKeyOf, isFreshStep, type CheckedCode } from '#server/volunteering/presence/shift-code-check'
import { findSignUp, lockVolunteers } from '#server/volunteering/sign-ups/sign-up-store'

const WRONG_DIGITS_MAX = 5
const WRONG_DIGITS_MILLISECONDS = 600_000

export interface Arrival {
  shiftId: string
  code?: string | undefined
  digits?: string | undefined
  position?: Position | undefined
  deviceId?: string | undefined
}

type Asked = { writing: Writing; caller: { personId: string } } & Pick<Surroundings, 'now' | 'afterCommit'>

/** Five wrong tries in ten minutes, whatever the shift. */
export async function limitDigits(writing: Writing, personId: string, now: Date): Promise<void> {
  const since = new Date(now.getTime() - WRONG_DIGITS_MILLISECONDS)
  if ((await countWrongDigits(writing, personId, since)) >= WRONG_DIGITS_MAX) refuse('too-many')
}

/** Says `code-expired` and counts the try. A refusal undoes what was written and the try must stay, so it is said after the commit. */
export async function refuseDigits({ writing, caller, now, afterCommit }: Asked): Promise<void> {
  await noteWrongDigits(writing, caller.personId, now)
  afterCommit(() => refuse('code-expired'))
}

async function holdShift(writing: Writing, shiftId: string, personId: string): Promise<ShiftOfActivity> {
  await lockVolunteers(writing, [personId])
  const found = (await lockShift(writing, shiftId)) ?? refuse('shift-not-found')
  const isPublic = (publicActivityStates as readonly string[]).includes(found.activity.state) || found.activity.state === 'archived'
  // Where somebody has no sign-up, an activity that is not public reads like none.
  if (!isPublic && !(await findSignUp(writing, shiftId, personId))) refuse('shift-not-found')
  return found
}

/** The code is asked for first; digits are for where it cannot be scanned. */
function checkCode({ shift }: ShiftOfActivity, phase: PresencePhase, { code, digits }: Arrival, now: Date): CheckedCode {
  const asked = { shiftId: shift.shiftId, phase }
  const key = deskKeyOf(shift.secret)
  return code !== undefined ? checkShiftCode(key, asked, code) : checkShiftDigits(key, asked, digits ?? '', now)
}

/** A resident's own scan, in, midway or out: who may, find, check the code, mark, say how it stands. */
export async function arrive(phase: PresencePhase, input: Arrival, asked: Asked): Promise<{ state: AttendanceState }> {
  const { writing, caller, now } = asked
  const { shiftId, code, digits, position, deviceId } = input
  if (code === undefined && digits === undefined) refuseInput('code', 'a code or its digits must be there')
  const found = await holdShift(writing, shiftId, caller.personId)
  const isTyped = code === undefined
  if (isTyped) await limitDigits(writing, caller.personId, now)
  const checked = checkCode(found, phase, input, now)
  if ('refusal' in checked) {
    if (!isTyped) return refuse(checked.refusal)
    await refuseDigits(asked)
    return { state: 'none' }
  }
  const signals: PresenceSignal[] = [isTyped ? 'digits' : 'code']
  const marked = await markPresence(writing, {
    ...{ found, phase, signals, deviceId, position, at: now, receivedAt: now },
    personId: caller.personId,
    codeId: `shift.${shiftId}.${phase}.${checked.step}`,
    isFresh: isFreshStep(checked.step, now),
    sight: position && sightOf(found.activity, position)
  })
  return 'refusal' in marked ? refuse(marked.refusal, marked.data) : marked
}
