import { Text, View } from '@tarojs/components'
import type { Skill } from '#contract/volunteering-states'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { skillWords } from '#app/words/volunteering'
import './skill-picker.scss'

interface Props {
  skills: readonly Skill[]
  chosen: readonly Skill[]
  onToggle: (skill: Skill) => void
}

export function SkillPicker({ skills, chosen, onToggle }: Props) {
  return (
    <View className="skill-picker" role="group" aria-label="技能">
      {skills.map(skill => {
        const isChosen = chosen.includes(skill)
        return (
          <Pressable
            key={skill}
            className={`skill-picker__skill${isChosen ? ' skill-picker__skill--chosen' : ''}`}
            role="checkbox"
            isSelected={isChosen}
            onPress={() => onToggle(skill)}
          >
            <View className="skill-picker__inside">
              {isChosen && <Icon name="check" size={16} />}
              <Text>{skillWords[skill]}</Text>
            </View>
          </Pressable>
        )
      })}
    </View>
  )
}
