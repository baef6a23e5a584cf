import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Item } from '#contract/quiz-shapes'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { usePolite } from '#app/platform/use-polite'
import { typeWords } from '#app/words/quizzes'
import './left-sheet.scss'

interface Props {
  items: readonly Pick<Item, 'itemId' | 'type' | 'stem'>[]
  /** Answers of this phone that have not reached the server yet. */
  waitingCount: number
  onGo: (itemId: string) => void
  onHandIn: () => void
  onClose: () => void
}

/** Which questions are left, to go to; and the way to hand in before the time is over. */
export function LeftSheet({ items, waitingCount, onGo, onHandIn, onClose }: Props) {
  const polite = usePolite()
  const [isAsked, setIsAsked] = useState(false)
  return (
    <BottomSheet isOpen onClose={onClose} title={`还没答的 ${items.length} 题`}>
      {waitingCount > 0 && <View className="left-sheet__line">{`另有 ${waitingCount} 题答好了，记在手机里，正等着送出。`}</View>}
      <View className="left-sheet__rows">
        <ListGroup>
          {items.map(({ itemId, type, stem }) => (
            <ListRow key={itemId} title={stem} line={typeWords[type].word} onPress={() => onGo(itemId)} />
          ))}
        </ListGroup>
      </View>
      {isAsked ? (
        <View>
          <View className="left-sheet__line" role="alert">
            {polite(`还有 ${items.length} 题没答，交了卷就不能再答，你确定吗？`)}
          </View>
          <Button word="确定交卷" look="danger" onPress={onHandIn} />
          <View className="left-sheet__gap" />
          <Button word="接着答" look="quiet" onPress={onClose} />
        </View>
      ) : (
        <Button word="不答了，交卷" look="quiet" onPress={() => setIsAsked(true)} />
      )}
    </BottomSheet>
  )
}
