import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { UnitForm, UnitSheet } from '#app/packages/staff/settings/unit-form.tsx'
import { useUnits } from '#app/features/places/use-area-tree'
import { wordsForError } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

const newUnit = { name: '', coverage: [] }

/** Responsible units and what each covers. */
export function UnitSettings() {
  const units = useUnits()
  const [edited, setEdited] = useState<{ unitId?: string } | undefined>(undefined)
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
          <ListRow key={unit.unitId} title={unit.name} icon="building" onPress={() => setEdited(unit)} />
        ))}
      </ListGroup>
      <View className="form-part__gap" />
      <Button word="加一个单位" icon="plus" look="quiet" onPress={() => setEdited({})} />
      <BottomSheet isOpen={edited !== undefined} onClose={() => setEdited(undefined)} title={edited?.unitId ? '改单位' : '加一个单位'}>
        {edited &&
          (edited.unitId ? (
            <UnitSheet key={edited.unitId} unitId={edited.unitId} onSaved={saved} />
          ) : (
            <UnitForm unit={newUnit} onSaved={saved} />
          ))}
      </BottomSheet>
    </View>
  )
}
