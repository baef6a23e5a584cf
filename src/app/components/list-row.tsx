import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '#app/components/icon.tsx'
import type { IconName } from '#app/components/icon-names'
import { Pressable } from '#app/components/pressable.tsx'
import './list-row.scss'

interface Props {
  title: string
  /** A second, softer line. */
  line?: string
  icon?: IconName
  /** At the end: a number, a chip, a switch. */
  end?: ReactNode
  onPress?: () => void
  role?: 'button' | 'switch' | 'radio'
  isSelected?: boolean
  tone?: 'plain' | 'bad'
}

/** One line of a list; several stand in one `ListGroup`. */
export function ListRow({ title, line, icon, end, onPress, role = 'button', isSelected, tone = 'plain' }: Props) {
  const inside = (
    <View className={`list-row__inside list-row__inside--${tone}`}>
      {icon && <Icon name={icon} size={22} className="list-row__icon" />}
      <View className="list-row__words">
        <View className="list-row__title">{title}</View>
        {line && <View className="list-row__line">{line}</View>}
      </View>
      {end !== undefined && <View className="list-row__end">{typeof end === 'string' ? <Text>{end}</Text> : end}</View>}
      {onPress && role === 'button' && <Icon name="forward" size={18} className="list-row__forward" />}
    </View>
  )
  if (!onPress) return <View className="list-row">{inside}</View>
  return (
    <Pressable className="list-row" onPress={onPress} role={role} isSelected={isSelected}>
      {inside}
    </Pressable>
  )
}

export function ListGroup({ children }: { children: ReactNode }) {
  return <View className="list-group">{children}</View>
}
