import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { SwitchMark } from '#app/components/switch-mark.tsx'
import { ChoiceField } from '#app/components/choice-field.tsx'
import { FormPart, useSaving } from '#app/packages/city/settings/form-part.tsx'
import { useChoices } from '#app/features/places/use-choices'
import { call } from '#app/platform/call-operation'
import { sendOnce } from '#app/platform/send-once'
import { useAsked } from '#app/platform/use-asked'
import { wordsForError } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

interface Rule {
  ruleId?: string
  covers?: string
  areaId?: string
  unitId?: string
  isActive: boolean
}

/** What goes to a unit by itself once filed. */
export function RoutingSettings() {
  const asked = useAsked(async () => (await call.reports.listRoutingRules({})).rules, [])
  const { coverChoices } = useChoices()
  const [edited, setEdited] = useState<Rule | undefined>(undefined)
  if (asked.state === 'waiting') return <Skeleton shape="rows" count={3} />
  if (!asked.value) return <ErrorState sentence={wordsForError(asked.error)} action={wayOn(asked.error, asked.again)} />
  const nameOf = (covers: string) => coverChoices.find(({ value }) => value === covers)?.word ?? covers
  return (
    <View>
      {asked.value.length === 0 && <EmptyState scene="bridge" sentence="还没有规则，立案后都由派遣员来分。" />}
      <ListGroup>
        {asked.value.map(rule => (
          <ListRow
            key={rule.ruleId}
            title={`${nameOf(rule.covers)} → ${rule.unitName}`}
            line={`${rule.areaName}${rule.isActive ? '' : '（停用）'}`}
            onPress={() => setEdited(rule)}
          />
        ))}
      </ListGroup>
      <View className="form-part__gap" />
      <Button word="加一条规则" icon="plus" look="quiet" onPress={() => setEdited({ isActive: true })} />
      <BottomSheet isOpen={edited !== undefined} onClose={() => setEdited(undefined)} title={edited?.ruleId ? '改规则' : '加一条规则'}>
        {edited && (
          <RuleForm
            rule={edited}
            onSaved={() => {
              setEdited(undefined)
              void asked.again()
            }}
          />
        )}
      </BottomSheet>
    </View>
  )
}

function RuleForm({ rule, onSaved }: { rule: Rule; onSaved: () => void }) {
  const [typed, setTyped] = useState(rule)
  const saving = useSaving()
  const { areaChoices, unitChoices, coverChoices } = useChoices()
  const save = async () => {
    const { ruleId, covers, areaId, unitId, isActive } = typed
    if (!covers || !areaId || !unitId) return saving.say('类别、区域、单位都要选。')
    const command = { ...(ruleId && { ruleId }), covers, areaId, unitId, isActive }
    if (await saving.save(() => sendOnce('routing-rule', command, keyed => call.reports.saveRoutingRule(keyed)), '已保存，从下一件起生效'))
      onSaved()
  }
  return (
    <FormPart saving={saving} saveWord="保存" onSave={() => void save()}>
      <ChoiceField label="类别" choices={coverChoices} value={typed.covers} onChange={covers => setTyped({ ...typed, covers })} />
      <ChoiceField label="区域" choices={areaChoices} value={typed.areaId} onChange={areaId => setTyped({ ...typed, areaId })} />
      <ChoiceField label="交给" choices={unitChoices} value={typed.unitId} onChange={unitId => setTyped({ ...typed, unitId })} />
      <ListGroup>
        <ListRow
          title="启用"
          role="switch"
          isSelected={typed.isActive}
          end={<SwitchMark isOn={typed.isActive} />}
          onPress={() => setTyped({ ...typed, isActive: !typed.isActive })}
        />
      </ListGroup>
      <View className="form-part__gap" />
    </FormPart>
  )
}
