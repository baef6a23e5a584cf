import { Text, View } from '@tarojs/components'
import { Pressable } from '#app/components/pressable.tsx'
import './segmented.scss'

interface Props<Value extends string> {
  label: string
  options: readonly { value: Value; word: string; count?: number }[]
  value: Value
  onChange: (value: Value) => void
}

/** A few choices side by side, one taken. */
export function Segmented<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  return (
    <View className="segmented" role="radiogroup" aria-label={label}>
      {options.map(option => (
        <Pressable
          key={option.value}
          className={`segmented__option${option.value === value ? ' segmented__option--chosen' : ''}`}
          role="radio"
          isSelected={option.value === value}
          onPress={() => onChange(option.value)}
        >
          <Text>{option.word}</Text>
          {option.count !== undefined && <Text className="segmented__count">{option.count}</Text>}
        </Pressable>
      ))}
    </View>
  )
}
