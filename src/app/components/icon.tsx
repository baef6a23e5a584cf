import { View } from '@tarojs/components'
import type { IconName } from '#app/components/icon-names'

interface Props {
  name: IconName
  /** Side in dp, before the text scale. */
  size?: number
  className?: string
}

/** A drawing in the colour of the text around it. Decoration: the words beside it say what it means. */
export function Icon({ name, size = 24, className = '' }: Props) {
  const side = `calc(${size}px * var(--text-scale))`
  return <View className={`icon icon--${name} ${className}`} style={{ width: side, height: side }} aria-hidden />
}
