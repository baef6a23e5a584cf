import { View } from '@tarojs/components'
import type { PressableProps } from '#app/components/pressable-shape'

/** The mini-program's: a view that answers to touch. */
export function PressableSurface({
  onPress,
  label,
  className = '',
  isDisabled,
  role = 'button',
  isSelected,
  id,
  children
}: PressableProps) {
  return (
    <View
      id={id}
      className={`pressable ${className}${isDisabled ? ' is-disabled' : ''}`}
      hoverClass={isDisabled ? 'none' : 'is-pressed'}
      hoverStayTime={80}
      aria-role={role}
      aria-label={label}
      aria-checked={isSelected}
      aria-disabled={isDisabled}
      onClick={isDisabled ? undefined : onPress}
    >
      {children}
    </View>
  )
}
