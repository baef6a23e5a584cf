import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { UnitForm, UnitSheet } from '#app/packages/city/settings/unit-form.tsx'
import { RetirePart } from '#app/packages/city/settings/retire-part.tsx'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'
import { wordsForError } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

const newUnit = { name: '', coverage: [] }

/** Responsible units and what each covers. */
export function UnitSettings() {
  const units = useAsked(async () => {
    const [{ units: present }, retired] = await Promise.all([call.places.listUnits({}), call.places.listRetired({})])
    const gone = retired.units.filter(unit => present.every(one => one.unitId !== unit.unitId))
    return [...present, ...gone] as { unitId: string; name: string; retiresOn?: string }[]
  }, [])
  const [edited, setEdited] = useState<{ unitId?: string; retiresOn?: string } | undefined>(undefined)
  if (units.state === 'waiting') return <Skeleton shape="rows" count={5} />
  if (!units.value) return <ErrorState sentence={wordsForError(units.error)} action={wayOn(units.error, units.again)} />
  const saved = () => {
    setEdited(undefined)
    void units.again()
  }
  return (
    <View>
      <ListGroup>
        {units.value.map(unit => (
          <ListRow
            key={unit.unitId}
            title={unit.name}
            {...(unit.retiresOn && { line: `${unit.retiresOn} 起停用` })}
            icon="building"
            onPress={() => setEdited(unit)}
          />
        ))}
      </ListGroup>
      <View className="form-part__gap" />
      <Button word="加一个单位" icon="plus" look="quiet" onPress={() => setEdited({})} />
      <BottomSheet isOpen={edited !== undefined} onClose={() => setEdited(undefined)} title={edited?.unitId ? '改单位' : '加一个单位'}>
        {edited &&
          (edited.unitId ? (
            <View>
              <UnitSheet key={edited.unitId} unitId={edited.unitId} onSaved={saved} />
              <RetirePart
                retiresOn={edited.retiresOn}
                line="停用后不再派案件给它；办过的事都还在。还有没办完的案件、经办人或派遣规则时停不了。"
                onRetire={on => call.places.retireUnit({ unitId: edited.unitId ?? '', on })}
                onKeep={() => call.places.keepUnit({ unitId: edited.unitId ?? '' })}
                onDone={saved}
              />
            </View>
          ) : (
            <UnitForm unit={newUnit} onSaved={saved} />
          ))}
      </BottomSheet>
    </View>
  )
}
