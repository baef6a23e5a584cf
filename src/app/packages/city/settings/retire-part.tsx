import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { DateField } from '#app/components/date-field.tsx'
import { FormPart, useSaving } from '#app/packages/city/settings/form-part.tsx'

interface Props {
  retiresOn?: string | undefined
  /** What happens from that day on. */
  line: string
  onRetire: (on: string) => Promise<unknown>
  onKeep: () => Promise<unknown>
  onDone: () => void
}

/** Retires something on a day, or takes that back. */
export function RetirePart({ retiresOn, line, onRetire, onKeep, onDone }: Props) {
  const [on, setOn] = useState('')
  const saving = useSaving()
  const send = async (act: () => Promise<unknown>, done: string) => {
    if (await saving.save(act, done)) onDone()
  }
  if (retiresOn)
    return (
      <FormPart saving={saving} saveWord="恢复使用" onSave={() => void send(onKeep, '已恢复')}>
        <View className="form-part__label">{`${retiresOn} 起停用`}</View>
      </FormPart>
    )
  return (
    <View>
      <View className="form-part__gap" />
      <View className="form-part__label">{line}</View>
      <DateField label="从哪天起停用" value={on} onChange={setOn} />
      {saving.fault && (
        <View className="form-part__fault" role="alert">
          {saving.fault}
        </View>
      )}
      <Button
        word="停用"
        look="quiet"
        isLoading={saving.isSaving}
        onPress={() => (on === '' ? saving.say('选一个日期，今天或以后。') : void send(() => onRetire(on), '已记下'))}
      />
    </View>
  )
}
