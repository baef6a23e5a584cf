import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { call } from '#app/platform/call-operation'
import { hasScanner, scanCode } from '#app/platform/scan'
import { toast } from '#app/platform/toast'
import { wordsForError } from '#app/words/refusals'
import './confirm-desktop-sheet.scss'

const CODE_LENGTH_MIN = 6
const CODE_LENGTH_MAX = 64

/** The phone says yes to the desktop in front of the person. */
export function ConfirmDesktopSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const [code, setCode] = useState('')
  const [fault, setFault] = useState<string | undefined>(undefined)
  const [isSending, setIsSending] = useState(false)

  const confirm = async (shortCode: string) => {
    setIsSending(true)
    try {
      await call.people.confirmDesktopSignIn({ shortCode: shortCode.trim() })
      toast('电脑那边已经登录')
      setCode('')
      onClose()
    } catch (error) {
      setFault(wordsForError(error))
    } finally {
      setIsSending(false)
    }
  }
  const scan = async () => {
    const scanned = await scanCode()
    if (scanned) await confirm(scanned)
  }

  return (
    <BottomSheet isOpen={isOpen} onClose={onClose} title="在电脑上登录">
      <View className="confirm-desktop__line">只确认自己面前的电脑。别人发来的码，不要确认。</View>
      {hasScanner && <Button word="扫电脑上的码" icon="scan" look="quiet" onPress={() => void scan()} />}
      <TextField
        label="或者输入短码"
        value={code}
        lengthMax={CODE_LENGTH_MAX}
        fault={fault}
        onChange={value => {
          setCode(value)
          setFault(undefined)
        }}
        onSubmit={() => void confirm(code)}
      />
      <View className="confirm-desktop__action">
        <Button
          word="确认登录"
          isLoading={isSending}
          isDisabled={code.trim().length < CODE_LENGTH_MIN}
          onPress={() => void confirm(code)}
        />
      </View>
    </BottomSheet>
  )
}
