import { View } from '@tarojs/components'
import { useState } from 'react'
import type { SampleLine, Wave } from '#contract/awareness-shapes'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { keepLinks } from '#app/features/awareness/told-links'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { useAct } from '#app/features/organising/use-act'
import { staffPaths } from '#app/platform/staff-paths'
import { call } from '#app/platform/call-operation'
import { go } from '#app/platform/navigation'
import { nonResponseWords, stratumWords } from '#app/words/awareness'
import '#app/features/organising/sheet-form.scss'

type Reason = keyof typeof nonResponseWords
const reasons = Object.keys(nonResponseWords) as Reason[]
const NOTE_LENGTH_MAX = 100

interface Props {
  wave: Wave
  unit: SampleLine
  nameOf: (communityId: string) => string
  onDone: () => Promise<unknown>
  onClose: () => void
}

/** One of the sample: why they did not answer, or a new link for them. */
export function UnitSheet({ wave: { waveId, state }, unit, nameOf, onDone, onClose }: Props) {
  const [reason, setReason] = useState<Reason | undefined>(unit.nonResponse?.reason)
  const [note, setNote] = useState(unit.nonResponse?.note ?? '')
  const { act, isActing, fault, say } = useAct()
  const { sampleId } = unit
  const log = async () => {
    if (!reason) return say('选一个原因。')
    const said = { waveId, sampleId, reason, ...(note.trim() && { note: note.trim() }) }
    if (!(await act(() => call.quizzes.logNonResponse(said), '记下了'))) return
    await onDone()
    onClose()
  }
  const renew = async () => {
    const isDone = await act(async () => keepLinks(waveId, (await call.quizzes.renewTokens({ waveId, sampleIds: [sampleId] })).units))
    if (!isDone) return
    onClose()
    go(staffPaths.wave, { wave: waveId, part: 'links' })
  }
  return (
    <BottomSheet isOpen title={`第 ${unit.number} 号`} onClose={onClose}>
      <View className="sheet-form__sentence">{`${nameOf(unit.communityId)} · ${stratumWords(unit)}`}</View>
      {state === 'fielding' && (
        <>
          <View className="sheet-form__label">为什么没有答（之后答了会自动去掉）</View>
          <ListGroup>
            {reasons.map(value => (
              <ListRow
                key={value}
                title={nonResponseWords[value]}
                role="radio"
                isSelected={reason === value}
                end={reason === value ? '已选' : undefined}
                onPress={() => setReason(value)}
              />
            ))}
          </ListGroup>
          <View className="sheet-form__gap" />
          <TextField label="说明（可不填，不写姓名和电话）" value={note} onChange={setNote} lengthMax={NOTE_LENGTH_MAX} />
        </>
      )}
      <ActFault fault={fault} />
      <View className="sheet-form__foot">
        {state === 'fielding' && <Button word="记下" isLoading={isActing} onPress={() => void log()} />}
        <View className="sheet-form__gap" />
        <Button word="给这一号换新链接（旧的作废）" look="quiet" isLoading={isActing} onPress={() => void renew()} />
      </View>
    </BottomSheet>
  )
}
