import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Pressable } from '#app/components/pressable.tsx'
import { usePolite } from '#app/platform/use-polite'
import './section.scss'

interface Props {
  title: string
  action?: { word: string; onPress: () => void }
  children: ReactNode
}

/** A titled part of a screen. */
export function Section({ title, action, children }: Props) {
  const polite = usePolite()
  return (
    <View className="section" role="region" aria-label={polite(title)}>
      <View className="section__head">
        <View className="section__title" role="heading" aria-level={2}>
          {polite(title)}
        </View>
        {action && (
          <Pressable className="section__action" onPress={action.onPress} label={`${polite(title)}：${action.word}`}>
            <Text>{action.word}</Text>
          </Pressable>
        )}
      </View>
      {children}
    </View>
  )
}
