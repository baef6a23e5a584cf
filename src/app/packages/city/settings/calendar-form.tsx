import { View } from '@tarojs/components'
import { useState } from 'react'
import { Segmented } from '#app/components/segmented.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { daysFrom } from '#app/packages/city/settings/calendar-rules'
import { FormPart, useSaving } from '#app/packages/city/settings/form-part.tsx'
import { call } from '#app/platform/call-operation'

const kinds = [
  { value: 'off', word: '休息' },
  { value: 'work', word: '上班（调休）' }
] as const

/** The city's own days off and work days over the published calendar. */
export function CalendarForm({ year, onSaved }: { year: number; onSaved: () => void }) {
  const [dates, setDates] = useState('')
  const [kind, setKind] = useState<'off' | 'work'>('off')
  const [name, setName] = useState('')
  const saving = useSaving()
  const save = async () => {
    const read = daysFrom(dates, kind === 'work', name)
    if ('fault' in read) return saving.say(read.fault)
    if (await saving.save(() => call.reports.saveCalendarDays({ days: read.days }), `已记下 ${read.days.length} 天`)) onSaved()
  }
  return (
    <FormPart saving={saving} saveWord="保存这些天" onSave={() => void save()}>
      <TextArea
        label="日期，一行一天或一段"
        placeholder={`${year}-02-05\n${year}-02-06 到 ${year}-02-12`}
        value={dates}
        onChange={setDates}
        lengthMax={5000}
      />
      <View className="form-part__gap" />
      <Segmented label="这些天" options={kinds} value={kind} onChange={setKind} />
      <View className="form-part__gap" />
      <TextField label="叫什么" placeholder="如：春节" value={name} onChange={setName} lengthMax={20} />
      <View className="form-part__gap" />
    </FormPart>
  )
}
