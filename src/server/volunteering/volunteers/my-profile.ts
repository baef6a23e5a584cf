import type { VolunteerProfile } from '#contract/volunteering-shapes'
import type { Reading } from '#server/database/database'
import { cardCodeOf } from '#server/volunteering/presence/personal-code'
import { countFaults } from '#server/volunteering/sign-ups/join-store'
import { findProfile, listTeamsOf, type ProfileRow } from '#server/volunteering/volunteers/volunteer-store'

function appealOf({ appealReason, appealedAt, appealOutcome, appealNote }: ProfileRow): Pick<VolunteerProfile, 'appeal'> {
  if (appealReason === null || !appealedAt) return {}
  const answer = { ...(appealOutcome && { outcome: appealOutcome }), ...(appealNote !== null && { note: appealNote }) }
  return { appeal: { reason: appealReason, appealedAt: appealedAt.toISOString(), ...answer } }
}

/** A person's profile as they see it; without one, what is known of them anyway. */
export async function profileOf(reading: Reading, personId: string, now: Date): Promise<VolunteerProfile> {
  const row = await findProfile(reading, personId)
  const { faults, signUps } = await countFaults(reading, personId, now)
  return {
    isVolunteer: Boolean(row?.birthDate),
    skills: row?.skills ?? [],
    hasGuardianConsent: row?.hasGuardianConsent ?? false,
    faultCount: faults,
    signUpCount: signUps,
    teams: (await listTeamsOf(reading, personId)).map(({ teamId, name }) => ({ teamId, name })),
    ...(row?.birthDate && { birthDate: row.birthDate }),
    ...(row?.guardianName && { guardianName: row.guardianName }),
    ...(row?.birthDate && { cardCode: cardCodeOf(personId, row.cardSecret) }),
    ...(row && appealOf(row)),
    ...(row?.coolDownUntil && row.coolDownUntil > now && { coolDownUntil: row.coolDownUntil.toISOString() })
  }
}
