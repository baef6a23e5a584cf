import { View } from '@tarojs/components'
import './skeleton.scss'

interface Props {
  /** What will stand here: lines of words, a card with a photo, a row of five buttons. */
  shape?: 'lines' | 'card' | 'buttons' | 'rows'
  count?: number
}

const parts: Record<NonNullable<Props['shape']>, readonly string[]> = {
  lines: ['line', 'line short'],
  card: ['photo', 'line', 'line short'],
  buttons: ['button', 'button', 'button', 'button', 'button'],
  rows: ['row', 'line', 'line short']
}

/** The first paint of a list in its own shape, while the words are on their way. */
export function Skeleton({ shape = 'lines', count = 1 }: Props) {
  return (
    <View className="skeleton" role="status" aria-label="正在取来">
      {Array.from({ length: count }, (_, index) => (
        <View key={index} className={`skeleton__item skeleton__item--${shape}`}>
          {parts[shape].map((part, place) => (
            <View key={place} className={part.split(' ').reduce((names, name) => `${names} skeleton__${name}`, 'skeleton__part')} />
          ))}
        </View>
      ))}
    </View>
  )
}
