import { POLICY_VERSION } from '#contract/people'
import { volunteering as contract } from '#contract/volunteering'
import { businessDateOf } from '#server/business-date'
import { command } from '#server/operation'
import { refuse, refuseInput } from '#server/refusal'
import { lockVolunteers } from '#server/volunteering/sign-ups/sign-up-store'
import { ageOn, needsGuardian } from '#server/volunteering/volunteers/age-rules'
import { profileOf } from '#server/volunteering/volunteers/my-profile'
import { saveProfile } from '#server/volunteering/volunteers/volunteer-store'

const AGE_MIN = 3
const AGE_MAX = 120

export const saveMyProfile = command(contract.saveMyProfile, async ({ input, caller, writing, now }) => {
  if (caller.consentedPolicy !== POLICY_VERSION) refuse('consent-needed')
  const { birthDate, skills } = input
  const today = businessDateOf(now)
  const age = ageOn(birthDate, today)
  if (age < AGE_MIN || age > AGE_MAX) refuseInput('birthDate', 'not the birthday of a volunteer')
  const isMinor = needsGuardian(birthDate, today)
  if (isMinor && !(input.hasGuardianConsent && input.guardianName)) refuse('guardian-needed')
  await lockVolunteers(writing, [caller.personId])
  // Of an adult no guardian is kept.
  const guardian = { guardianName: isMinor ? (input.guardianName ?? null) : null, hasGuardianConsent: isMinor }
  await saveProfile(writing, { personId: caller.personId, birthDate, skills: [...new Set(skills)], ...guardian }, now)
  return profileOf(writing, caller.personId, now)
})
