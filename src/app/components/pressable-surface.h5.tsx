import type { PressableProps } from '#app/components/pressable-shape'
import './pressable-surface.h5.scss'

const isOnOff = (role: PressableProps['role']) => role === 'radio' || role === 'switch' || role === 'checkbox'

/** The browser's: a real button, so that keyboard and screen readers know it. */
export function PressableSurface(props: PressableProps) {
  const { onPress, label, className = '', isDisabled, role = 'button', isSelected, isExpanded, isCurrent, id, children } = props
  return (
    <button
      type="button"
      id={id}
      className={`pressable ${className}${isDisabled ? ' is-disabled' : ''}`}
      role={role === 'button' ? undefined : role}
      aria-label={label}
      aria-checked={isOnOff(role) ? Boolean(isSelected) : undefined}
      aria-selected={role === 'tab' || role === 'option' ? Boolean(isSelected) : undefined}
      aria-pressed={role === 'button' && isSelected !== undefined ? isSelected : undefined}
      aria-expanded={isExpanded}
      aria-current={isCurrent ? 'page' : undefined}
      disabled={isDisabled}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
