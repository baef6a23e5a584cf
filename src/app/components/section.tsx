import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Pressable } from '#app/components/pressable.tsx'
import './section.scss'

interface Props {
  title: string
  action?: { word: string; onPress: () => void }
  children: ReactNode
}

/** A titled part of a screen. */
export function Section({ title, action, children }: Props) {
  return (
    <View className="section" role="region" aria-label={title}>
      <View className="section__head">
        <View className="section__title" role="heading" aria-level={2}>
          {title}
        </View>
        {action && (
          <Pressable className="section__action" onPress={action.onPress} label={`${title}：${action.word}`}>
            <Text>{action.word}</Text>
          </Pressable>
        )}
      </View>
      {children}
    </View>
  )
}
