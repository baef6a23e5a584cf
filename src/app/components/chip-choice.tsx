import { View } from '@tarojs/components'
import { Pressable } from '#app/components/pressable.tsx'
import './chip-choice.scss'

interface Props {
  label: string
  choices: readonly { value: string; word: string }[]
  chosen: readonly string[]
  /** Several may be chosen at once. */
  isMultiple?: boolean
  onToggle: (value: string) => void
}

/** Short words to choose from, side by side. */
export function ChipChoice({ label, choices, chosen, isMultiple, onToggle }: Props) {
  return (
    <View className="chip-choice" role={isMultiple ? 'group' : 'radiogroup'} aria-label={label}>
      {choices.map(({ value, word }) => {
        const isOn = chosen.includes(value)
        return (
          <Pressable
            key={value}
            className={`chip-choice__chip${isOn ? ' chip-choice__chip--on' : ''}`}
            role={isMultiple ? 'checkbox' : 'radio'}
            isSelected={isOn}
            onPress={() => onToggle(value)}
          >
            {word}
          </Pressable>
        )
      })}
    </View>
  )
}
