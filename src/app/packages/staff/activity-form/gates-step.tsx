import { View } from '@tarojs/components'
import { skills as allSkills, type Skill } from '#contract/volunteering-states'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Section } from '#app/components/section.tsx'
import { SwitchMark } from '#app/components/switch-mark.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { ChipChoice } from '#app/components/chip-choice.tsx'
import { StepFaults } from '#app/packages/staff/activity-form/step-faults.tsx'
import type { StepProps } from '#app/packages/staff/activity-form/step-shape'
import { skillWords } from '#app/words/volunteering'
import './when-step.scss'

const SKILL_COUNT_MAX = 5
const choices = allSkills.map(value => ({ value, word: skillWords[value] }))

/** Who may join: by age, by what they can do, or by a word of the organiser. */
export function GatesStep({ plan, onChange, faults, saved }: StepProps) {
  const toggle = (value: string) => {
    const skill = value as Skill
    const has = plan.neededSkills.includes(skill)
    const next = has ? plan.neededSkills.filter(one => one !== skill) : [...plan.neededSkills, skill].slice(0, SKILL_COUNT_MAX)
    onChange({ neededSkills: next })
  }
  return (
    <>
      <ListGroup>
        <ListRow
          title="报名要我同意"
          line="关着的话，报名即确认"
          role="switch"
          isSelected={plan.needsApproval}
          end={<SwitchMark isOn={plan.needsApproval} />}
          onPress={() => onChange({ needsApproval: !plan.needsApproval })}
        />
      </ListGroup>
      {!saved && (
        <View className="when-step__row when-step__row--tight">
          <View className="when-step__cell">
            <TextField label="最小几岁（可不填）" kind="number" value={plan.minAge} onChange={minAge => onChange({ minAge })} />
          </View>
          <View className="when-step__cell">
            <TextField label="最大几岁（可不填）" kind="number" value={plan.maxAge} onChange={maxAge => onChange({ maxAge })} />
          </View>
        </View>
      )}
      {!saved && (
        <Section title="要会什么（可不选）">
          <ChipChoice label="要会什么" choices={choices} chosen={plan.neededSkills} isMultiple onToggle={toggle} />
        </Section>
      )}
      <StepFaults faults={faults} />
    </>
  )
}
