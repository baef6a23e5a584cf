import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { ChoiceField } from '#app/packages/staff/choice-field.tsx'
import { FormPart, useSaving } from '#app/packages/staff/settings/form-part.tsx'
import { useChoices } from '#app/packages/staff/use-choices'
import { call } from '#app/platform/call-operation'
import { wordsForError } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

interface Unit {
  unitId?: string
  name: string
}

/** Responsible units and what each covers. */
export function UnitSettings() {
  const { units } = useChoices()
  const [edited, setEdited] = useState<Unit | undefined>(undefined)
  if (units.state === 'waiting') return <Skeleton shape="rows" count={5} />
  if (!units.value) return <ErrorState sentence={wordsForError(units.error)} action={wayOn(units.error, units.again)} />
  return (
    <View>
      <ListGroup>
        {units.value.map(unit => (
          <ListRow key={unit.unitId} title={unit.name} icon="building" onPress={() => setEdited(unit)} />
        ))}
      </ListGroup>
      <View className="form-part__gap" />
      <Button word="加一个单位" icon="plus" look="quiet" onPress={() => setEdited({ name: '' })} />
      <BottomSheet isOpen={edited !== undefined} onClose={() => setEdited(undefined)} title={edited?.unitId ? '改单位' : '加一个单位'}>
        {edited && (
          <UnitForm
            unit={edited}
            onSaved={() => {
              setEdited(undefined)
              void units.again()
            }}
          />
        )}
      </BottomSheet>
    </View>
  )
}

interface Row {
  areaId?: string
  covers?: string
}

function UnitForm({ unit, onSaved }: { unit: Unit; onSaved: () => void }) {
  const [name, setName] = useState(unit.name)
  const [rows, setRows] = useState<readonly Row[]>([{}])
  const { areaChoices, coverChoices } = useChoices()
  const saving = useSaving()
  const change = (index: number, more: Row) => setRows(rows.map((row, place) => (place === index ? { ...row, ...more } : row)))
  const save = async () => {
    const coverage = rows.flatMap(({ areaId, covers }) => (areaId && covers ? [{ areaId, covers }] : []))
    if (name.trim() === '') return saving.say('写上单位的名字。')
    if (coverage.length === 0) return saving.say('至少写一行：管哪里的哪一类。')
    const command = { ...(unit.unitId && { unitId: unit.unitId }), name: name.trim(), coverage }
    if (await saving.save(() => call.places.saveUnit(command), '已保存')) onSaved()
  }
  return (
    <FormPart saving={saving} saveWord="保存" onSave={() => void save()}>
      <TextField label="名字" value={name} onChange={setName} lengthMax={40} />
      {unit.unitId && (
        <Notice tone="wait" icon="alert">
          保存后以下面这张表为准，原来管的会被替换。
        </Notice>
      )}
      {rows.map((row, index) => (
        <View key={index}>
          <View className="form-part__gap" />
          <ChoiceField
            label={`第 ${index + 1} 行：哪里`}
            choices={areaChoices}
            value={row.areaId}
            onChange={areaId => change(index, { areaId })}
          />
          <ChoiceField label="管哪一类" choices={coverChoices} value={row.covers} onChange={covers => change(index, { covers })} />
          {rows.length > 1 && (
            <Button word="去掉这一行" look="quiet" isNarrow onPress={() => setRows(rows.filter((_, place) => place !== index))} />
          )}
        </View>
      ))}
      <Button word="再加一行" icon="plus" look="quiet" isNarrow onPress={() => setRows([...rows, {}])} />
      <View className="form-part__gap" />
    </FormPart>
  )
}
