import type { PresencePhase, PresenceSignal } from '#contract/volunteering-states'
import type { Reading } from '#server/database/database'
import { findPerson } from '#server/people/person-store'
import { isFreshStep, isSameText } from '#server/volunteering/presence/shift-code-check'
import { isStepAt, makePersonalDigits, readPersonalCode } from '#server/volunteering/presence/personal-code'
import { stepOf } from '#contract/presence-code'
import { isSignedUp } from '#server/volunteering/presence/mark-presence'
import { listSignUps } from '#server/volunteering/sign-ups/sign-up-store'
import { findProfile } from '#server/volunteering/volunteers/volunteer-store'

/** Whom staff scanned, and what that proves. */
export interface ScannedVolunteer {
  personId: string
  displayName: string
  signals: PresenceSignal[]
  codeIdFor: (phase: PresencePhase) => string | undefined
  /** Good now; or, of a scan taken without network, good at the moment it was taken. */
  isFresh: (at: Date, isLate: boolean) => boolean
}

type Found = ScannedVolunteer | { refusal: 'code-expired' | 'code-wrong-shift' }

const byStep = (personId: string, displayName: string, step: number): ScannedVolunteer => ({
  ...{ personId, displayName, signals: ['reverse'] },
  // Good once at each end, at whichever shift: nobody's code of this moment opens a second door.
  codeIdFor: phase => `person.${phase}.${step}`,
  isFresh: (at, isLate) => (isLate ? isStepAt(step, at) : isFreshStep(step, at))
})

/** Reads somebody's own code or paper card. A card counts while its secret is the profile's. */
export async function findVolunteer(reading: Reading, keys: readonly string[], code: string): Promise<Found> {
  const read = readPersonalCode(keys, code)
  if (read.kind === 'shift') return { refusal: 'code-wrong-shift' }
  if (read.kind === 'unknown') return { refusal: 'code-expired' }
  const { personId } = read
  const person = await findPerson(reading, personId)
  if (!person) return { refusal: 'code-expired' }
  const { displayName } = person
  if (read.kind === 'personal') return byStep(personId, displayName, read.step)
  const { cardSecret } = (await findProfile(reading, personId)) ?? {}
  if (!cardSecret || !isSameText(cardSecret, read.cardSecret)) return { refusal: 'code-expired' }
  return { personId, displayName, signals: ['card'], codeIdFor: () => undefined, isFresh: () => true }
}

/** Whose eight digits these are, among those signed up for a shift; nobody's where they are those of two. */
export async function findVolunteerByDigits(
  reading: Reading,
  keys: readonly string[],
  shiftId: string,
  digits: string,
  now: Date
): Promise<ScannedVolunteer | undefined> {
  const expected = (await listSignUps(reading, shiftId)).filter(signUp => isSignedUp(signUp.state))
  const steps = [stepOf(now), stepOf(now) - 1]
  const matching = expected.flatMap(({ personId }) => {
    const step = steps.find(candidate => keys.some(key => makePersonalDigits(key, personId, candidate) === digits))
    return step === undefined ? [] : [{ personId, step }]
  })
  const [only, ...others] = matching
  const person = only && others.length === 0 ? await findPerson(reading, only.personId) : undefined
  return only && person ? byStep(only.personId, person.displayName, only.step) : undefined
}
