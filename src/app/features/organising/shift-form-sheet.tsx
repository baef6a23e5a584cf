import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Shift } from '#contract/volunteering-shapes'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { DateField } from '#app/components/date-field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { spanOf } from '#app/features/organising/activity-plan-rules'
import { dateOf, timeOf } from '#app/features/organising/city-time-rules'
import { namesReleased } from '#app/features/organising/release-rules'
import { useAct } from '#app/features/organising/use-act'
import { call } from '#app/platform/call-operation'
import './sheet-form.scss'

interface Props {
  shift: Shift
  onDone: () => void
  onClose: () => void
}

const whole = (typed: string) => (/^[1-9]\d{0,3}$/.test(typed.trim()) ? Number(typed.trim()) : undefined)

/** Empty: no limit; not a fitting number: undefined. */
function ageOf(typed: string): number | null | undefined {
  if (typed.trim() === '') return null
  const age = whole(typed)
  return age !== undefined && age >= 6 && age <= 120 ? age : undefined
}

/** Time, capacity and ages of a shift. Fewer seats than are taken: the server names whom that would release, and one says yes to it. */
export function ShiftFormSheet({ shift, onDone, onClose }: Props) {
  const [time, setTime] = useState({ on: dateOf(shift.startsAt), from: timeOf(shift.startsAt), to: timeOf(shift.endsAt) })
  const [capacity, setCapacity] = useState(String(shift.capacity))
  const [minAge, setMinAge] = useState(String(shift.minAge ?? ''))
  const [maxAge, setMaxAge] = useState(String(shift.maxAge ?? ''))
  const { isActing, fault, refused, say, act } = useAct()
  // Said yes to once and refused again: some of them are here already, and the sentence of the refusal says so.
  const [isMeant, setIsMeant] = useState(false)
  const released = isMeant ? undefined : namesReleased(refused)
  const save = async (releases: boolean) => {
    const span = spanOf(time)
    const seats = whole(capacity)
    if (!span) return say('日期、开始、结束都要选上。')
    if (!seats) return say('名额写 1 到 5000。')
    const ages = { minAge: ageOf(minAge), maxAge: ageOf(maxAge) }
    if (ages.minAge === undefined || ages.maxAge === undefined) return say('年龄写 6 到 120，或者空着。')
    if (ages.minAge !== null && ages.maxAge !== null && ages.minAge > ages.maxAge) return say('最小年龄比最大年龄还大。')
    setIsMeant(releases)
    const isMoved = span.startsAt !== shift.startsAt || span.endsAt !== shift.endsAt
    const command = { shiftId: shift.shiftId, ...(isMoved && span), ...ages, capacity: seats, ...(releases && { releases }) }
    if (await act(() => call.volunteering.saveShift(command), '改好了')) onDone()
  }
  return (
    <BottomSheet isOpen onClose={onClose} title="改时间、名额和年龄">
      <DateField label="日期" value={time.on} onChange={on => setTime({ ...time, on })} />
      <View className="sheet-form__gap" />
      <View className="sheet-form__row">
        <View className="sheet-form__cell">
          <DateField label="开始" kind="time" value={time.from} onChange={from => setTime({ ...time, from })} />
        </View>
        <View className="sheet-form__cell">
          <DateField label="结束" kind="time" value={time.to} onChange={to => setTime({ ...time, to })} />
        </View>
      </View>
      <View className="sheet-form__gap" />
      <TextField label={`名额（现在占了 ${shift.capacity - shift.seatsLeft}）`} kind="number" value={capacity} onChange={setCapacity} />
      <View className="sheet-form__gap" />
      <View className="sheet-form__row">
        <View className="sheet-form__cell">
          <TextField label="最小年龄（可以不写）" kind="number" value={minAge} onChange={setMinAge} />
        </View>
        <View className="sheet-form__cell">
          <TextField label="最大年龄（可以不写）" kind="number" value={maxAge} onChange={setMaxAge} />
        </View>
      </View>
      {released ? (
        <View className="sheet-form__under">
          <Notice tone="wait" icon="people">
            {`这样要让出 ${released.count} 个名额，从最后报名的人起${released.names ? `：${released.names}` : ''}。他们打开“志愿”会看到。`}
          </Notice>
        </View>
      ) : (
        <ActFault fault={fault} />
      )}
      <View className="sheet-form__foot">
        {released ? (
          <Button word="让出这些名额" look="danger" isLoading={isActing} onPress={() => void save(true)} />
        ) : (
          <Button word="保存" isLoading={isActing} onPress={() => void save(false)} />
        )}
      </View>
    </BottomSheet>
  )
}
