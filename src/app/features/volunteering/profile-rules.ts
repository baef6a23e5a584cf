import type { VolunteerProfile } from '#contract/volunteering-shapes'
import { GUARDIAN_AGE, type Skill } from '#contract/volunteering-states'
import { ageOn } from '#app/words/city-day'

export interface ProfileDraft {
  birthDate: string
  skills: readonly Skill[]
  guardianName: string
  hasGuardianConsent: boolean
}

export const draftOf = (profile: VolunteerProfile): ProfileDraft => ({
  birthDate: profile.birthDate ?? '',
  skills: profile.skills,
  guardianName: profile.guardianName ?? '',
  hasGuardianConsent: profile.hasGuardianConsent
})

/** Under 14 a guardian agrees (未成年人保护法, 个人信息保护法 Art. 31). */
export const needsGuardian = (birthDate: string, today: string) => birthDate !== '' && ageOn(birthDate, today) < GUARDIAN_AGE

export interface ProfileFaults {
  birthDate?: string
  guardianName?: string
  guardian?: string
}

/** What is missing, field by field; nothing where it can be sent. */
export function faultsOf({ birthDate, guardianName, hasGuardianConsent }: ProfileDraft, today: string): ProfileFaults {
  if (birthDate === '') return { birthDate: '选一下出生日期，报名时核对年龄用。' }
  if (birthDate > today) return { birthDate: '出生日期在今天之后了，再看一眼。' }
  if (!needsGuardian(birthDate, today)) return {}
  return {
    ...(guardianName.trim() === '' && { guardianName: '未满 14 岁，请写上监护人的名字。' }),
    ...(!hasGuardianConsent && { guardian: '请监护人看过后，打开“监护人同意”。' })
  }
}
