import type { VolunteerProfile } from '#contract/volunteering-shapes'
import type { Reading } from '#server/database/database'
import type { Sessions } from '#server/people/sessions'
import { cardCodeOf, CARD_KEYS } from '#server/volunteering/presence/personal-code'
import { countFaults } from '#server/volunteering/sign-ups/join-store'
import { findProfile, listTeamsOf } from '#server/volunteering/volunteers/volunteer-store'

interface Seen {
  sessions: Sessions
  now: Date
}

/** A person's profile as they see it; without one, what is known of them anyway. */
export async function profileOf(reading: Reading, personId: string, { sessions, now }: Seen): Promise<VolunteerProfile> {
  const row = await findProfile(reading, personId)
  const [key] = sessions.keysFor(CARD_KEYS)
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
    ...(row?.birthDate && key && { cardCode: cardCodeOf(key, personId, row.cardNumber) }),
    ...(row?.coolDownUntil && row.coolDownUntil > now && { coolDownUntil: row.coolDownUntil.toISOString() })
  }
}
