import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { RosterLine, Shift } from '#contract/volunteering-shapes'
import { Button } from '#app/components/button.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { attendanceActsOf, attendanceActWords, type AttendanceAct } from '#app/features/organising/attendance-act-rules'
import { AttendanceLine } from '#app/features/organising/attendance-line.tsx'
import { NoteSheet } from '#app/features/organising/note-sheet.tsx'
import { TakeBackHours } from '#app/features/organising/take-back-hours.tsx'
import { TypedHoursSheet } from '#app/features/organising/typed-hours-sheet.tsx'
import { useAct } from '#app/features/organising/use-act'
import { VouchSheet } from '#app/features/organising/vouch-sheet.tsx'
import { call } from '#app/platform/call-operation'
import { useKeys } from '#app/platform/keyboard'
import './activity-acts.scss'

interface Props {
  shift: Shift
  line: RosterLine
  /** Its number on the roster: masked names repeat. */
  number?: number
  isOver: boolean
  /** Something was decided; the next one may open. */
  onDone: (personId: string) => void
  /** A sheet opened over the page, or closed: keys of the list are silent below it. */
  onSheet?: (isOpen: boolean) => void
}

/** One line of the roster and what may be decided about it. */
export function AttendanceDesk({ shift, line, number, isOver, onDone, onSheet }: Props) {
  const [sheet, setSheet] = useState<AttendanceAct | 'take-back' | undefined>(undefined)
  const isSheetOpen = sheet !== undefined
  useEffect(() => onSheet?.(isSheetOpen), [isSheetOpen, onSheet])
  const { isActing, fault, act } = useAct()
  const acts = attendanceActsOf(line, isOver)
  const { shiftId } = shift
  const { personId } = line
  const close = () => setSheet(undefined)
  const done = () => {
    close()
    onDone(personId)
  }
  const send = async (what: () => Promise<unknown>, said: string) => {
    if (await act(what, said)) onDone(personId)
  }
  const choose = (chosen: AttendanceAct) => {
    if (chosen === 'accept') void send(() => call.volunteering.decideSignUp({ shiftId, personId, decision: 'accept' }), '同意了')
    else if (chosen === 'approve') void send(() => call.volunteering.verifyAttendance({ shiftId, personId, decision: 'approve' }), '认定了')
    else if (chosen === 'no-show') void send(() => call.volunteering.verifyAttendance({ shiftId, personId, decision: 'no-show' }), '记下了')
    else setSheet(chosen)
  }
  const keys = acts.flatMap(name =>
    [attendanceActWords[name].key, attendanceActWords[name].key.toUpperCase()].map(key => [key, () => choose(name)] as const)
  )
  useKeys(Object.fromEntries(keys), !isSheetOpen && !isActing)
  return (
    <View>
      <AttendanceLine line={line} number={number} />
      <ActFault fault={fault} />
      <View style={{ height: '16px' }} />
      <View className="activity-acts">
        {acts.map(name => {
          const { word, key, look } = attendanceActWords[name]
          return (
            <View key={name} className="activity-acts__act">
              <Button word={word} keyWord={key.toUpperCase()} look={look ?? 'quiet'} isDisabled={isActing} onPress={() => choose(name)} />
            </View>
          )
        })}
      </View>
      <TakeBackHours line={line} isAsking={sheet === 'take-back'} onAsk={() => setSheet('take-back')} onDone={done} onClose={close} />
      {sheet === 'vouch' && <VouchSheet shift={shift} line={line} onDone={done} onClose={close} />}
      {sheet === 'type' && <TypedHoursSheet shift={shift} line={line} onDone={done} onClose={close} />}
      {(sheet === 'reject' || sheet === 'refuse' || sheet === 'excuse') && (
        <DecisionSheet kind={sheet} shiftId={shiftId} personId={personId} onDone={done} onClose={close} />
      )}
    </View>
  )
}

interface DecisionProps {
  kind: 'reject' | 'refuse' | 'excuse'
  shiftId: string
  personId: string
  onDone: () => void
  onClose: () => void
}

const decisions = {
  reject: { title: '不予认定', sentence: '这一次不算时长，他会看到你写的原因，也可以提出异议。', label: '为什么', done: '记下了' },
  refuse: {
    title: '不同意报名',
    sentence: '他会看到没有通过和你写的原因，名额让给下一位。',
    label: '为什么',
    done: '回复了'
  },
  excuse: { title: '谅解这次没到', sentence: '不再算作没到，不影响他以后报名。', label: '说明（如：当天急病）', done: '谅解了' }
} as const

function DecisionSheet({ kind, shiftId, personId, onDone, onClose }: DecisionProps) {
  const send = (note: string): Promise<unknown> =>
    kind === 'reject'
      ? call.volunteering.verifyAttendance({ shiftId, personId, decision: 'reject', note })
      : call.volunteering.decideSignUp({ shiftId, personId, decision: kind === 'refuse' ? 'reject' : 'excuse', note })
  const words = decisions[kind]
  return <NoteSheet {...words} word={words.title} isDanger={kind === 'reject'} onSend={send} onDone={onDone} onClose={onClose} />
}
