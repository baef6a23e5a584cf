import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { Icon } from '#app/components/icon.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { nonResponseWords } from '#app/words/awareness'
import { reasonLines, type Reason } from '#app/words/fielding'
import './sheet-parts.scss'

const NOTE_LENGTH_MAX = 100
const reasons = Object.keys(reasonLines) as Reason[]

interface Props {
  isBegun: boolean
  onAttempt: (reason: Reason, note: string) => void
  onClose: () => void
}

/** Why there was no interview this time. */
export function AttemptSheet({ isBegun, onAttempt, onClose }: Props) {
  const [reason, setReason] = useState<Reason | undefined>(isBegun ? 'broken-off' : undefined)
  const [note, setNote] = useState('')
  return (
    <BottomSheet isOpen onClose={onClose} title="这次没访成">
      <ListGroup>
        {reasons.map(one => (
          <ListRow
            key={one}
            role="radio"
            isSelected={one === reason}
            title={nonResponseWords[one]}
            line={reasonLines[one]}
            end={one === reason ? <Icon name="check" size={20} /> : ''}
            onPress={() => setReason(one)}
          />
        ))}
      </ListGroup>
      <View className="sheet-parts__label" />
      <TextField label="想补一句（可以不写，别写姓名电话）" value={note} onChange={setNote} lengthMax={NOTE_LENGTH_MAX} />
      <View className="sheet-parts__foot">
        <Button word="记下" isDisabled={!reason} onPress={() => reason && onAttempt(reason, note.trim())} />
      </View>
    </BottomSheet>
  )
}
