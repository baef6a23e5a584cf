import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { DateField } from '#app/components/date-field.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { useAct } from '#app/features/organising/use-act'
import { openDocument } from '#app/platform/open-document'
import './sheet-form.scss'

interface Props {
  /** The last day there is something of, as 2026-11-22; the period begins with its month. */
  today: string
  /** Makes the table of a period, both days in it, and says where it lies. */
  onExport: (period: { from: string; to: string }) => Promise<string>
}

/** Takes a period out of the books as a table. */
export function PeriodExport({ today, onExport }: Props) {
  const [from, setFrom] = useState(`${today.slice(0, 8)}01`)
  const [to, setTo] = useState(today)
  const { isActing, fault, say, act } = useAct()
  const send = () => {
    if (!from || !to || from > to) return say('开始的日子不能晚于结束的。')
    return act(async () => openDocument(await onExport({ from, to }), 'xlsx'))
  }
  return (
    <Card>
      <View className="sheet-form__row">
        <View className="sheet-form__cell">
          <DateField label="从" value={from} last={today} onChange={setFrom} />
        </View>
        <View className="sheet-form__cell">
          <DateField label="到" value={to} last={today} onChange={setTo} />
        </View>
      </View>
      <ActFault fault={fault} />
      <View className="sheet-form__foot">
        <Button word="导出 XLSX 表格" icon="download" look="quiet" isLoading={isActing} onPress={() => void send()} />
      </View>
    </Card>
  )
}
