import type { ReactNode } from 'react'

export interface PressableProps {
  onPress?: () => void
  /** What is read aloud where the content does not say it. */
  label?: string
  className?: string
  isDisabled?: boolean
  role?: 'button' | 'link' | 'radio' | 'switch' | 'tab' | 'option' | 'checkbox'
  /** Chosen among others (tab, option) or on (radio, switch, checkbox). */
  isSelected?: boolean
  isExpanded?: boolean
  /** The page or thing this one stands for is the present one. */
  isCurrent?: boolean
  id?: string
  children?: ReactNode
}
