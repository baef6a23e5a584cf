import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RosterLine, Shift } from '#contract/volunteering-shapes'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { PhotoGrid } from '#app/components/photo-grid.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { creditMinutesMax } from '#app/features/organising/leaving-rules'
import { useAct } from '#app/features/organising/use-act'
import { useEvidence } from '#app/features/organising/use-evidence'
import { call } from '#app/platform/call-operation'
import { newKey } from '#app/platform/outbox'
import './sheet-form.scss'

const REASON_LENGTH_MAX = 300
const REASON_LENGTH_MIN = 2

interface Props {
  shift: Shift
  line: RosterLine
  onDone: () => void
  onClose: () => void
}

/** 补录: minutes nobody scanned, with a reason and photos; a second person of another role decides. */
export function TypedHoursSheet({ shift, line, onDone, onClose }: Props) {
  const [minutes, setMinutes] = useState('')
  const [reason, setReason] = useState('')
  const [idempotencyKey] = useState(() => newKey('hours'))
  const evidence = useEvidence()
  const { isActing, fault, say, act } = useAct()
  const send = async () => {
    if (!/^[1-9]\d{0,3}$/.test(minutes.trim())) return say('写上多少分钟。')
    const minutesMax = creditMinutesMax(shift)
    if (Number(minutes.trim()) > minutesMax) return say(`这个时段最多算 ${minutesMax} 分钟。`)
    if (reason.trim().length < REASON_LENGTH_MIN) return say('写一句为什么没有签到签退。')
    if (evidence.shown.length === 0) return say('附一张能看出他在场的照片。')
    const isDone = await act(async () => {
      const photoIds = await evidence.upload()
      const command = {
        idempotencyKey,
        shiftId: shift.shiftId,
        personId: line.personId,
        minutes: Number(minutes.trim()),
        reason: reason.trim(),
        photoIds
      }
      await call.volunteering.enterHours(command)
    }, '交上去了，等另一个人批')
    if (isDone) onDone()
  }
  return (
    <BottomSheet isOpen onClose={onClose} title={`给${line.maskedName}补录时长`}>
      <View className="sheet-form__sentence">补录算 D 级，不计入星级；要由另一种身份的人来批，还会被随机抽查。</View>
      <TextField label="多少分钟" kind="number" value={minutes} onChange={setMinutes} />
      <View className="sheet-form__gap" />
      <TextArea label="为什么没有签到签退" value={reason} onChange={setReason} lengthMax={REASON_LENGTH_MAX} />
      <View className="sheet-form__gap" />
      <View className="sheet-form__label">现场照片（至少一张）</View>
      <PhotoGrid
        photos={evidence.shown}
        label="现场照片"
        onRemove={evidence.remove}
        onAdd={evidence.hasRoom ? () => void evidence.fromCamera() : undefined}
        addWord="拍一张"
      />
      {evidence.hasRoom && (
        <View className="sheet-form__under">
          <Button word="从相册选" icon="photo" look="quiet" isNarrow onPress={() => void evidence.fromAlbum()} />
        </View>
      )}
      <ActFault fault={fault} />
      <View className="sheet-form__foot">
        <Button word="交给第二个人批" isLoading={isActing} onPress={() => void send()} />
      </View>
    </BottomSheet>
  )
}
