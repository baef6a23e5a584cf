import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { call } from '#app/platform/call-operation'
import { toast } from '#app/platform/toast'
import { usePolite } from '#app/platform/use-polite'
import { wordsForError } from '#app/words/refusals'
import './join-sheet.scss'

const NOTE_LENGTH_MAX = 300

interface Props {
  /** Which shift it is about; the sheet is open while there is one. */
  shiftId: string | undefined
  onClose: () => void
  onSent: () => Promise<unknown>
}

/** Says that an entry, or a missing one, is wrong; the entry is kept from counting until staff have looked. */
export function DisputeSheet({ shiftId, onClose, onSent }: Props) {
  const polite = usePolite()
  const [note, setNote] = useState('')
  const [isSending, setIsSending] = useState(false)
  const send = async () => {
    if (!shiftId) return
    setIsSending(true)
    try {
      await call.volunteering.disputeHours({ shiftId, note })
      toast('已收到，工作人员会再看')
      setNote('')
      onClose()
    } catch (error) {
      toast(wordsForError(error))
    } finally {
      setIsSending(false)
      await onSent()
    }
  }
  return (
    <BottomSheet isOpen={shiftId !== undefined} onClose={onClose} title="哪里不对">
      <View className="join-sheet__sentence">{polite('写清楚实际几点到、几点走，谁可以作证。核清之前，这一次先不计时长。')}</View>
      <TextArea label="说明" placeholder="比如：11 点才走，手机没电没签退" value={note} onChange={setNote} lengthMax={NOTE_LENGTH_MAX} />
      <View className="join-sheet__acts">
        <Button word="交给工作人员看" isLoading={isSending} isDisabled={note.trim().length < 2} onPress={() => void send()} />
      </View>
    </BottomSheet>
  )
}
