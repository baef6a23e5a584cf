import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import './form-foot.scss'

interface Props {
  word: string
  isDisabled?: boolean
  keyWord?: string
  onNext: () => void
  /** Absent where there is nothing before. */
  backWord?: string
  onBack?: () => void
}

/** One step on, and beside it the step back. */
export function FormFoot({ word, isDisabled = false, keyWord, onNext, backWord = '上一题', onBack }: Props) {
  return (
    <View className="form-foot">
      {onBack && <Button word={backWord} look="quiet" isNarrow onPress={onBack} />}
      <View className="form-foot__on">
        <Button word={word} isDisabled={isDisabled} onPress={onNext} {...(keyWord && { keyWord })} />
      </View>
    </View>
  )
}
