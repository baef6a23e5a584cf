import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { Notice } from '#app/components/notice.tsx'
import './kept-notice.scss'

/** What was typed before is still there; who does not want it begins again. */
export function KeptNotice({ onStartOver }: { onStartOver: () => void }) {
  const [isSeen, setIsSeen] = useState(false)
  if (isSeen) return null
  const startOver = () => {
    onStartOver()
    setIsSeen(true)
  }
  return (
    <Notice tone="info" icon="edit">
      <View>上次写的还在，接着写就好。</View>
      <View className="kept-notice__act">
        <Button word="不要了，重新写" look="quiet" isNarrow onPress={startOver} />
      </View>
    </Notice>
  )
}
