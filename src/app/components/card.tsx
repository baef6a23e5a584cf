import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Pressable } from '#app/components/pressable.tsx'
import './card.scss'

interface Props {
  children: ReactNode
  /** Makes the whole card one target; then say what it leads to. */
  onPress?: () => void
  label?: string
  isSelected?: boolean
  /** Photographs reach the edge. */
  isFlush?: boolean
  className?: string
}

export function Card({ children, onPress, label, isSelected, isFlush, className = '' }: Props) {
  const names = `card${isFlush ? ' card--flush' : ''}${isSelected ? ' card--selected' : ''} ${className}`
  if (!onPress) return <View className={names}>{children}</View>
  return (
    <Pressable className={names} onPress={onPress} label={label} isSelected={isSelected}>
      {children}
    </Pressable>
  )
}
