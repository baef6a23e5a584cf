import { View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import './rating.scss'

interface Props {
  label: string
  /** 1–5; 0 while nothing is chosen. */
  value: number
  /** Absent: only shown. */
  onChange?: (value: number) => void
}

const words = ['很不满意', '不满意', '一般', '满意', '很满意'] as const

/** Five stars and the word for the chosen one. */
export function Rating({ label, value, onChange }: Props) {
  return (
    <View className="rating">
      <View className="rating__stars" role={onChange ? 'radiogroup' : 'img'} aria-label={onChange ? label : `${label}：${value} 星`}>
        {words.map((word, index) => {
          const star = <Icon name={index < value ? 'starred' : 'star'} size={onChange ? 30 : 18} />
          const look = `rating__star${index < value ? ' rating__star--lit' : ''}`
          if (!onChange)
            return (
              <View key={word} className={look}>
                {star}
              </View>
            )
          return (
            <Pressable
              key={word}
              className={`${look} rating__star--open`}
              role="radio"
              isSelected={index + 1 === value}
              label={`${index + 1} 星，${word}`}
              onPress={() => onChange(index + 1)}
            >
              {star}
            </Pressable>
          )
        })}
      </View>
      {onChange && <View className="rating__word">{words[value - 1] ?? label}</View>}
    </View>
  )
}
