import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { SwitchMark } from '#app/components/switch-mark.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { ChoiceField, type Choice } from '#app/components/choice-field.tsx'
import { FormPart, useSaving } from '#app/packages/city/settings/form-part.tsx'
import {
  coverageAfter,
  coverageInWords,
  isHalfFilled,
  type Covered,
  type TypedCovered
} from '#app/packages/city/settings/unit-coverage-rules'
import { useChoices } from '#app/features/places/use-choices'
import { call } from '#app/platform/call-operation'
import { sendOnce } from '#app/platform/send-once'
import { useAsked } from '#app/platform/use-asked'
import { wordsForError } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

/** Changes a unit that is there: what it covers now is read first. */
export function UnitSheet({ unitId, onSaved }: { unitId: string; onSaved: () => void }) {
  const asked = useAsked(() => call.places.getUnit({ unitId }), [unitId])
  if (asked.state === 'waiting') return <Skeleton shape="rows" count={4} />
  if (!asked.value) return <ErrorState sentence={wordsForError(asked.error)} action={wayOn(asked.error, asked.again)} />
  return <UnitForm unit={asked.value} onSaved={onSaved} />
}

interface Unit {
  unitId?: string
  name: string
  coverage: readonly Covered[]
}

export function UnitForm({ unit, onSaved }: { unit: Unit; onSaved: () => void }) {
  const isNew = unit.unitId === undefined
  const [name, setName] = useState(unit.name)
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set())
  const [added, setAdded] = useState<readonly TypedCovered[]>(isNew ? [{}] : [])
  const { areaChoices, coverChoices } = useChoices()
  const saving = useSaving()
  const save = async () => {
    const coverage = coverageAfter(unit.coverage, dropped, added)
    if (name.trim() === '') return saving.say('写上单位的名字。')
    if (added.some(isHalfFilled)) return saving.say('新加的一行要把哪里和哪一类都选上，不要了就去掉。')
    if (coverage.length === 0) return saving.say('至少留一行：管哪里的哪一类。')
    const command = { ...(unit.unitId && { unitId: unit.unitId }), name: name.trim(), coverage }
    if (await saving.save(() => sendOnce('unit', command, keyed => call.places.saveUnit(keyed)), '已保存')) onSaved()
  }
  const toggle = (key: string) => {
    const next = new Set(dropped)
    if (!next.delete(key)) next.add(key)
    setDropped(next)
  }
  return (
    <FormPart saving={saving} saveWord="保存" onSave={() => void save()}>
      <TextField label="名字" value={name} onChange={setName} lengthMax={40} />
      <View className="form-part__gap" />
      {!isNew && <View className="form-part__label">现在管这些，关掉的保存后不再管</View>}
      {unit.coverage.length > 0 ? (
        <ListGroup>
          {coverageInWords(unit.coverage, areaChoices, coverChoices).map(({ key, what, where }) => (
            <ListRow
              key={key}
              title={what}
              line={where}
              role="switch"
              isSelected={!dropped.has(key)}
              end={<SwitchMark isOn={!dropped.has(key)} />}
              onPress={() => toggle(key)}
            />
          ))}
        </ListGroup>
      ) : (
        !isNew && <View className="form-part__label">还没有，派不了案件给它。</View>
      )}
      <AddedRows rows={added} onChange={setAdded} areaChoices={areaChoices} coverChoices={coverChoices} />
    </FormPart>
  )
}

interface AddedProps {
  rows: readonly TypedCovered[]
  onChange: (rows: readonly TypedCovered[]) => void
  areaChoices: readonly Choice[]
  coverChoices: readonly Choice[]
}

/** The lines that come to what a unit covers, each with its area and its category. */
function AddedRows({ rows, onChange, areaChoices, coverChoices }: AddedProps) {
  const change = (index: number, more: TypedCovered) => onChange(rows.map((row, place) => (place === index ? { ...row, ...more } : row)))
  return (
    <View>
      {rows.map((row, index) => (
        <View key={index}>
          <View className="form-part__gap" />
          <ChoiceField
            label={`新加第 ${index + 1} 行：哪里`}
            choices={areaChoices}
            value={row.areaId}
            onChange={areaId => change(index, { areaId })}
          />
          <ChoiceField label="管哪一类" choices={coverChoices} value={row.covers} onChange={covers => change(index, { covers })} />
          <Button word="去掉这一行" look="quiet" isNarrow onPress={() => onChange(rows.filter((_, place) => place !== index))} />
        </View>
      ))}
      <View className="form-part__gap" />
      <Button word="加一行" icon="plus" look="quiet" isNarrow onPress={() => onChange([...rows, {}])} />
      <View className="form-part__gap" />
    </View>
  )
}
