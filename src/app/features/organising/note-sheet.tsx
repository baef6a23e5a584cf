import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { useAct } from '#app/features/organising/use-act'
import { usePolite } from '#app/platform/use-polite'
import './sheet-form.scss'

const NOTE_LENGTH_MIN = 2
const NOTE_LENGTH_MAX = 300

interface Props {
  title: string
  /** What follows from it, and who is told. */
  sentence: string
  label: string
  placeholder?: string
  word: string
  isDanger?: boolean
  /** May be left empty. */
  isOptional?: boolean
  done: string
  /** Refusals that mean something of their own here. */
  refusedWords?: Partial<Record<string, string>>
  onSend: (note: string) => Promise<unknown>
  onDone: () => void
  onClose: () => void
}

/** A step that wants a sentence of explanation. */
export function NoteSheet(props: Props) {
  const { title, sentence, label, placeholder, word, isDanger, isOptional, done, refusedWords, onSend, onDone, onClose } = props
  const [note, setNote] = useState('')
  const { isActing, fault, refused, say, act } = useAct()
  const polite = usePolite()
  const send = async () => {
    if (!isOptional && note.trim().length < NOTE_LENGTH_MIN) return say('写一句，让看到的人明白为什么。')
    if (await act(() => onSend(note.trim()), done)) onDone()
  }
  return (
    <BottomSheet isOpen onClose={onClose} title={title}>
      <View className="sheet-form__sentence">{polite(sentence)}</View>
      <TextArea label={label} placeholder={placeholder} value={note} onChange={setNote} lengthMax={NOTE_LENGTH_MAX} />
      <ActFault fault={(refused && refusedWords?.[refused.code]) ?? fault} />
      <View className="sheet-form__foot">
        <Button word={word} look={isDanger ? 'danger' : 'primary'} isLoading={isActing} onPress={() => void send()} />
      </View>
    </BottomSheet>
  )
}
