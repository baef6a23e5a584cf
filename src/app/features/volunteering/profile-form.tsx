import { View } from '@tarojs/components'
import { useState } from 'react'
import type { VolunteerProfile } from '#contract/volunteering-shapes'
import { skills as allSkills, type Skill } from '#contract/volunteering-states'
import { Button } from '#app/components/button.tsx'
import { DateField } from '#app/components/date-field.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Section } from '#app/components/section.tsx'
import { SwitchMark } from '#app/components/switch-mark.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { cityDay } from '#app/words/city-day'
import { draftOf, faultsOf, needsGuardian, type ProfileDraft, type ProfileFaults } from '#app/features/volunteering/profile-rules'
import { SkillPicker } from '#app/features/volunteering/skill-picker.tsx'
import { call } from '#app/platform/call-operation'
import { Refused } from '#app/platform/refused'
import { toast } from '#app/platform/toast'
import { usePolite } from '#app/platform/use-polite'
import { wordsForError } from '#app/words/refusals'
import './profile-form.scss'

const OLDEST = '1900-01-01'
const GUARDIAN_NAME_LENGTH_MAX = 20

interface Props {
  profile: VolunteerProfile
  now: Date
  /** Opened on the way to a sign-up that asked for it. */
  isForJoining: boolean
  onSaved: () => Promise<unknown>
  onConsent: (again: () => void) => void
}

function useSaving({ onSaved, onConsent }: Props, draft: ProfileDraft, today: string) {
  const [isSending, setIsSending] = useState(false)
  const [faults, setFaults] = useState<ProfileFaults>({})
  const save = async () => {
    const found = faultsOf(draft, today)
    setFaults(found)
    if (Object.keys(found).length > 0) return
    setIsSending(true)
    const { birthDate, skills, guardianName, hasGuardianConsent } = draft
    const guardian = needsGuardian(birthDate, today) ? { guardianName: guardianName.trim(), hasGuardianConsent } : {}
    try {
      await call.volunteering.saveMyProfile({ birthDate, skills: [...skills], ...guardian })
      toast('资料已保存')
      await onSaved()
    } catch (error) {
      if (error instanceof Refused && error.code === 'consent-needed') onConsent(() => void save())
      else toast(wordsForError(error))
    } finally {
      setIsSending(false)
    }
  }
  return { save, isSending, faults }
}

interface GuardianProps {
  draft: ProfileDraft
  faults: ProfileFaults
  change: (part: Partial<ProfileDraft>) => void
}

function Guardian({ draft, faults, change }: GuardianProps) {
  const { guardianName, hasGuardianConsent } = draft
  return (
    <View className="profile-form__part">
      <Notice tone="wait" icon="people">
        未满 14 岁，请监护人一起看：活动地点、风险说明和时长会记在孩子名下，监护人随时可以让孩子退出并删掉资料。
      </Notice>
      <View className="profile-form__gap" />
      <TextField
        label="监护人的名字"
        value={guardianName}
        onChange={name => change({ guardianName: name })}
        lengthMax={GUARDIAN_NAME_LENGTH_MAX}
        {...(faults.guardianName && { fault: faults.guardianName })}
      />
      <View className="profile-form__gap" />
      <ListGroup>
        <ListRow
          title="监护人同意"
          line="由监护人本人打开"
          role="switch"
          isSelected={hasGuardianConsent}
          end={<SwitchMark isOn={hasGuardianConsent} />}
          onPress={() => change({ hasGuardianConsent: !hasGuardianConsent })}
        />
      </ListGroup>
      {faults.guardian && (
        <View className="profile-form__fault" role="alert">
          {faults.guardian}
        </View>
      )}
    </View>
  )
}

/** Birth date, skills, and a guardian's yes under 14: all there is to being a volunteer. */
export function ProfileForm(props: Props) {
  const { profile, now, isForJoining } = props
  const polite = usePolite()
  const today = cityDay(now)
  const [draft, setDraft] = useState(() => draftOf(profile))
  const { save, isSending, faults } = useSaving(props, draft, today)
  const change = (part: Partial<ProfileDraft>) => setDraft(known => ({ ...known, ...part }))
  const toggle = (skill: Skill) =>
    change({ skills: draft.skills.includes(skill) ? draft.skills.filter(one => one !== skill) : [...draft.skills, skill] })
  return (
    <View>
      {isForJoining && (
        <Notice tone="info" icon="info">
          这个时段有年龄或技能要求。填完就回去接着报名。
        </Notice>
      )}
      <Section title={profile.isVolunteer ? '我的资料' : '成为志愿者'}>
        <DateField
          label="出生日期"
          value={draft.birthDate}
          first={OLDEST}
          last={today}
          onChange={birthDate => change({ birthDate })}
          {...(faults.birthDate && { fault: faults.birthDate })}
        />
        <View className="profile-form__hint">{polite('只用来核对年龄，别人看不到你的生日。')}</View>
        {needsGuardian(draft.birthDate, today) && <Guardian draft={draft} faults={faults} change={change} />}
        <View className="profile-form__label">{polite('你会什么（可以不选）')}</View>
        <SkillPicker skills={allSkills} chosen={draft.skills} onToggle={toggle} />
        <View className="profile-form__gap" />
        <Button
          word={isForJoining ? '保存，回去报名' : profile.isVolunteer ? '保存' : '成为志愿者'}
          isLoading={isSending}
          onPress={() => void save()}
        />
      </Section>
    </View>
  )
}
