import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RuleVersion } from '#contract/points-shapes'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { DateField } from '#app/components/date-field.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { useAct } from '#app/features/organising/use-act'
import { earnWords } from '#app/features/rewards/earn-words'
import { cityDay } from '#app/words/city-day'
import { changeFrom, typedOf, type TypedRule } from '#app/packages/staff/points/rule-form-rules'
import { call } from '#app/platform/call-operation'
import { sendOnce } from '#app/platform/send-once'
import '#app/features/organising/sheet-form.scss'

const numbers = [
  { name: 'perDay', word: '每人每天最多' },
  { name: 'perWeek', word: '每人每周最多' },
  { name: 'perMonth', word: '每人每月最多' },
  { name: 'budget', word: '全年预算' }
] as const

interface Props {
  rule: RuleVersion
  now: Date
  onDone: () => void
  onClose: () => void
}

/** The next version of a rule, from a day on. */
export function RuleSheet({ rule, now, onDone, onClose }: Props) {
  const today = cityDay(now)
  const [typed, setTyped] = useState(() => typedOf(rule, today))
  const { isActing, fault, refused, say, act } = useAct()
  const { word, unit } = earnWords[rule.rule]
  const change = (part: Partial<TypedRule>) => setTyped(known => ({ ...known, ...part }))
  const send = async () => {
    const read = changeFrom(typed, unit !== undefined, today)
    if ('fault' in read) return say(read.fault)
    if (await act(() => sendOnce('rule', { rule: rule.rule, ...read }, keyed => call.points.setRule(keyed)), '新规则记下了')) onDone()
  }
  return (
    <BottomSheet isOpen onClose={onClose} title={word}>
      {unit !== undefined && (
        <TextField label={`${unit}给多少分`} kind="number" value={typed.value} onChange={value => change({ value })} />
      )}
      <View className="sheet-form__row">
        {numbers.map(({ name, word: label }) => (
          <View key={name} className="sheet-form__cell">
            <TextField label={label} placeholder="不限" kind="number" value={typed[name]} onChange={value => change({ [name]: value })} />
          </View>
        ))}
      </View>
      <View className="sheet-form__gap" />
      <DateField label="从哪天起" value={typed.effectiveFrom} first={today} onChange={effectiveFrom => change({ effectiveFrom })} />
      <TextField label="为什么改" value={typed.reason} onChange={reason => change({ reason })} lengthMax={200} />
      <ActFault fault={refused?.code === 'not-found' ? '只有创建办的管理员能改规则。' : fault} />
      <View className="sheet-form__foot">
        <Button word="记下新规则" isLoading={isActing} onPress={() => void send()} />
      </View>
    </BottomSheet>
  )
}
