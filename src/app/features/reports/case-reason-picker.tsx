import { Text, View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { wordsForReason } from '#app/words/staff-reasons'
import './case-picker.scss'

interface Props {
  codes: readonly string[]
  value?: string
  onChange: (code: string | undefined) => void
}

/** Reasons as ready answers; a second tap takes the answer back. */
export function CaseReasonPicker({ codes, value, onChange }: Props) {
  return (
    <View className="case-picker" role="group" aria-label="原因">
      <View className="case-picker__label">原因</View>
      <View className="case-picker__chips">
        {codes.map(code => (
          <Pressable
            key={code}
            className={`case-picker__chip${code === value ? ' case-picker__chip--chosen' : ''}`}
            isSelected={code === value}
            onPress={() => onChange(code === value ? undefined : code)}
          >
            {code === value && <Icon name="check" size={16} />}
            <Text>{wordsForReason(code)}</Text>
          </Pressable>
        ))}
      </View>
    </View>
  )
}
