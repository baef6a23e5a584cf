import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { canReadAloud, readAloud, stopReading, useIsReading } from '#app/platform/read-aloud'
import './read-aloud-button.scss'

/** Reads the question, and later the explanation; absent where the platform has no voice. */
export function ReadAloudButton({ words }: { words: string }) {
  const isReading = useIsReading()
  useEffect(() => stopReading, [words])
  if (!canReadAloud()) return null
  return (
    <Pressable
      className="read-aloud-button"
      label={isReading ? '停下朗读' : '朗读'}
      onPress={() => (isReading ? stopReading() : readAloud(words))}
    >
      <View className="read-aloud-button__inside">
        <Icon name={isReading ? 'pause' : 'speaker'} size={20} />
        <Text>{isReading ? '停下' : '朗读'}</Text>
      </View>
    </Pressable>
  )
}
