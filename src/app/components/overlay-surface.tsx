import { View } from '@tarojs/components'
import type { OverlayProps } from '#app/components/overlay-shape'

/** The mini-program's: a veil and a panel over the page. */
export function OverlaySurface({ isOpen, onClose, label, place, children }: OverlayProps) {
  if (!isOpen) return null
  return (
    <View className={`overlay overlay--${place}`} aria-role="dialog" aria-label={label} catchMove>
      <View className="overlay__veil" onClick={onClose} aria-role="button" aria-label="关闭" />
      <View className="overlay__panel">{children}</View>
    </View>
  )
}
