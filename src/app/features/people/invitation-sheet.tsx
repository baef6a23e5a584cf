import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { call } from '#app/platform/call-operation'
import { refreshPerson } from '#app/platform/session'
import { toast } from '#app/platform/toast'
import { roleWords } from '#app/words/people'
import { wordsForError } from '#app/words/refusals'

const CODE_LENGTH_MIN = 6
const CODE_LENGTH_MAX = 40

/** Whoever was handed a code for a role enters it here, once. */
export function InvitationSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const [code, setCode] = useState('')
  const [fault, setFault] = useState<string | undefined>(undefined)
  const [isSending, setIsSending] = useState(false)
  const redeem = async () => {
    setIsSending(true)
    try {
      const { role } = await call.people.redeemInvitation({ code: code.trim() })
      await refreshPerson()
      toast(`你现在是${roleWords[role]}`)
      setCode('')
      onClose()
    } catch (error) {
      setFault(wordsForError(error))
    } finally {
      setIsSending(false)
    }
  }
  return (
    <BottomSheet isOpen={isOpen} onClose={onClose} title="输入邀请码">
      <TextField
        label="邀请码"
        value={code}
        lengthMax={CODE_LENGTH_MAX}
        fault={fault}
        onChange={value => {
          setCode(value)
          setFault(undefined)
        }}
        onSubmit={() => void redeem()}
      />
      <View style={{ marginTop: '16px' }}>
        <Button word="使用" isLoading={isSending} isDisabled={code.trim().length < CODE_LENGTH_MIN} onPress={() => void redeem()} />
      </View>
    </BottomSheet>
  )
}
