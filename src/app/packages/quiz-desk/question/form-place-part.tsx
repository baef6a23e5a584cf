import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { usePolite } from '#app/platform/use-polite'
import { formPlaceWords, type FormPlace } from '#app/words/question-words'
import './form-place-part.scss'

interface Props {
  /** Where faults stand; its word is the title. */
  place?: FormPlace
  title?: string
  /** A softer sentence under the title. */
  line?: string
  faults?: readonly string[]
  children: ReactNode
}

/** One part of the form under its name, and below it what is wrong there. */
export function FormPlacePart({ place, title, line, faults = [], children }: Props) {
  const polite = usePolite()
  const name = title ?? (place ? formPlaceWords[place] : '')
  return (
    <View className="form-place" role="group" aria-label={name}>
      <View className="form-place__title">{name}</View>
      {line && <View className="form-place__line">{polite(line)}</View>}
      {children}
      {faults.length > 0 && (
        <View className="form-place__faults" role="alert">
          {faults.map(fault => (
            <View key={fault}>{polite(fault)}</View>
          ))}
        </View>
      )}
    </View>
  )
}
