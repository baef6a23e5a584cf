import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { TextField } from '#app/components/text-field.tsx'
import './join-sheet.scss'

const DIGITS = 8

interface Props {
  isOpen: boolean
  word: string
  isSending: boolean
  /** Why the last try did not work; what was typed stays, so that one digit can be put right. */
  fault?: string | undefined
  onClose: () => void
  onDigits: (digits: string) => void
}

/** For where nothing can be scanned: the same code, typed. */
export function DigitsSheet({ isOpen, word, isSending, fault, onClose, onDigits }: Props) {
  const [typed, setTyped] = useState('')
  const digits = typed.replace(/\D/g, '')
  const send = () => {
    if (digits.length === DIGITS) onDigits(digits)
  }
  return (
    <BottomSheet isOpen={isOpen} onClose={onClose} title="输 8 位数字">
      <View className="join-sheet__sentence">数字在工作人员的屏幕上，每 15 秒换一次，不用赶，刚换的前一个也行。</View>
      <TextField
        label="8 位数字"
        placeholder="比如 1234 5678"
        kind="number"
        value={typed}
        onChange={setTyped}
        onSubmit={send}
        lengthMax={9}
      />
      {fault && (
        <Notice tone="bad" icon="alert">
          {fault}
        </Notice>
      )}
      <View className="join-sheet__acts">
        <Button word={word} isLoading={isSending} isDisabled={digits.length !== DIGITS} onPress={send} />
      </View>
    </BottomSheet>
  )
}
