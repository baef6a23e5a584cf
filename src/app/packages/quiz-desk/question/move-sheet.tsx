import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { useAct } from '#app/features/organising/use-act'
import { usePolite } from '#app/platform/use-polite'
import './move-sheet.scss'

const NOTE_LENGTH_MIN = 2
const NOTE_LENGTH_MAX = 200

interface Props {
  title: string
  sentence: string
  word: string
  isDanger?: boolean
  needsNote: boolean
  placeholder?: string
  done: string
  onSend: (note: string) => Promise<unknown>
  onClose: () => void
}

/** A step with a question or a fact: what follows from it, and a sentence why. */
export function MoveSheet({ title, sentence, word, isDanger, needsNote, placeholder, done, onSend, onClose }: Props) {
  const [note, setNote] = useState('')
  const { isActing, fault, say, act } = useAct()
  const polite = usePolite()
  const send = async () => {
    const written = note.trim()
    if (written.length < NOTE_LENGTH_MIN && (needsNote || written !== '')) return say('写一句，让看到的人明白为什么。')
    if (await act(() => onSend(written), done)) onClose()
  }
  return (
    <BottomSheet isOpen onClose={onClose} title={title}>
      <View className="move-sheet__sentence">{polite(sentence)}</View>
      <TextArea
        label={needsNote ? '说明' : '说明（可不填）'}
        placeholder={placeholder}
        value={note}
        onChange={setNote}
        lengthMax={NOTE_LENGTH_MAX}
      />
      <ActFault fault={fault} />
      <View className="move-sheet__foot">
        <Button word={word} look={isDanger ? 'danger' : 'primary'} isLoading={isActing} onPress={() => void send()} />
      </View>
    </BottomSheet>
  )
}
