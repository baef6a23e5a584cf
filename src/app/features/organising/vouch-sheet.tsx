import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RosterLine, Shift } from '#contract/volunteering-shapes'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { DateField } from '#app/components/date-field.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { dateOf, instantOf, timeOf } from '#app/features/organising/city-time-rules'
import { leavingFault } from '#app/features/organising/leaving-rules'
import { useAct } from '#app/features/organising/use-act'
import { call } from '#app/platform/call-operation'
import './sheet-form.scss'

const NOTE_LENGTH_MAX = 300
const NOTE_LENGTH_MIN = 2

interface Props {
  shift: Shift
  line: RosterLine
  onDone: () => void
  onClose: () => void
}

/** One end was scanned; staff say when the person left and how they know. It counts as grade C at most. */
export function VouchSheet({ shift, line, onDone, onClose }: Props) {
  const [left, setLeft] = useState({ on: dateOf(line.checkedOutAt ?? shift.endsAt), time: timeOf(line.checkedOutAt ?? shift.endsAt) })
  const [note, setNote] = useState('')
  const { isActing, fault, say, act } = useAct()
  const send = async () => {
    const leftAt = instantOf(left.on, left.time)
    const wrong = leavingFault(leftAt, { checkedInAt: line.checkedInAt, endsAt: shift.endsAt, now: new Date() })
    if (wrong) return say(wrong)
    if (note.trim().length < NOTE_LENGTH_MIN) return say('写一句你怎么知道的，比如谁看到他走。')
    const command = {
      shiftId: shift.shiftId,
      personId: line.personId,
      decision: 'approve' as const,
      note: note.trim(),
      ...(leftAt && { leftAt })
    }
    if (await act(() => call.volunteering.verifyAttendance(command), '认定了')) onDone()
  }
  return (
    <BottomSheet isOpen onClose={onClose} title="说明并认定">
      <View className="sheet-form__sentence">他只扫了一头。你来说明他几点走的，这样认定最高算 C 级。</View>
      <View className="sheet-form__row">
        <View className="sheet-form__cell">
          <DateField label="哪一天走的" value={left.on} onChange={on => setLeft({ ...left, on })} />
        </View>
        <View className="sheet-form__cell">
          <DateField label="几点走的" kind="time" value={left.time} onChange={time => setLeft({ ...left, time })} />
        </View>
      </View>
      <View className="sheet-form__gap" />
      <TextArea label="你怎么知道的" placeholder="如：李师傅和他一起收的工具" value={note} onChange={setNote} lengthMax={NOTE_LENGTH_MAX} />
      <ActFault fault={fault} />
      <View className="sheet-form__foot">
        <Button word="认定" isLoading={isActing} onPress={() => void send()} />
      </View>
    </BottomSheet>
  )
}
