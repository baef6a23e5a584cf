import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { Notice } from '#app/components/notice.tsx'
import type { CaseIntent } from '#app/features/reports/use-case-intent'
import { useKeys } from '#app/platform/keyboard'
import './case-sheet-foot.scss'

interface Props {
  intent: CaseIntent
  word: string
  /** The letter that opened the sheet says yes too. */
  keyWord: string
  isDanger?: boolean
  /** The case has moved on so that this can no longer be done. */
  isGone?: boolean
  onConfirm: () => void
}

/** The end of every sheet over a case: what changed meanwhile, what is missing, and the one button. */
export function CaseSheetFoot({ intent, word, keyWord, isDanger, isGone, onConfirm }: Props) {
  const isShut = isGone || intent.isSending
  useKeys({ [keyWord]: onConfirm, [keyWord.toUpperCase()]: onConfirm }, !isShut)
  return (
    <View className="case-sheet-foot">
      {intent.changes.length > 0 && (
        <Notice tone="info" icon="refresh">
          <View>刚刚有人先动了这一件，你写的都还在：</View>
          {intent.changes.map(change => (
            <View key={change}>{change}</View>
          ))}
          {isGone && <View>这一步现在走不了了，关上看看可以走的。</View>}
        </Notice>
      )}
      {intent.fault && (
        <View className="case-sheet-foot__fault" role="alert">
          {intent.fault}
        </View>
      )}
      <Button
        word={word}
        keyWord={keyWord.toUpperCase()}
        look={isDanger ? 'danger' : 'primary'}
        isLoading={intent.isSending}
        isDisabled={isGone}
        onPress={onConfirm}
      />
    </View>
  )
}
