import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Pressable } from '#app/components/pressable.tsx'
import './list-card.scss'

/** Cards below each other, with room for their focus ring in a pane that scrolls. */
export function CardList({ children }: { children: ReactNode }) {
  return <View className="card-list">{children}</View>
}

interface Props {
  id: string
  /** What sort of card it is; it looks after what stands in it. */
  className: string
  /** Shown beside the list on a desktop. */
  isOpen: boolean
  onPress: () => void
  children: ReactNode
}

/** One card of a list whose chosen one stands open beside it. */
export function ListCard({ id, className, isOpen, onPress, children }: Props) {
  return (
    <Pressable id={id} className={`list-card${isOpen ? ' list-card--open' : ''} ${className}`} isCurrent={isOpen} onPress={onPress}>
      {children}
    </Pressable>
  )
}
