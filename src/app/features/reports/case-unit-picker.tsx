import { Text, View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'
import { wordsForError } from '#app/words/refusals'
import './case-picker.scss'

interface Props {
  categoryCode?: string
  gridId?: string
  value?: string
  onChange: (unitId: string) => void
}

/** The units that may be given this case: those that cover its category in its grid; all of them where no case is named. */
export function CaseUnitPicker({ categoryCode, gridId, value, onChange }: Props) {
  const asked = useAsked(
    () => call.places.listUnits({ ...(categoryCode && { categoryCode }), ...(gridId && { gridId }) }),
    [categoryCode, gridId]
  )
  const units = asked.value?.units
  return (
    <View className="case-picker" role="radiogroup" aria-label="责任单位">
      <View className="case-picker__label">{gridId ? '管这里这类问题的单位' : '单位'}</View>
      {asked.state === 'waiting' && <Skeleton shape="lines" />}
      {asked.state === 'failed' && !units && (
        <View className="case-picker__none">
          {wordsForError(asked.error)}
          <Button word="再试一次" look="quiet" isNarrow onPress={() => void asked.again()} />
        </View>
      )}
      {units?.length === 0 && <View className="case-picker__none">还没有单位管这里的这类问题，请管理员在设置里补上。</View>}
      <View className="case-picker__rows">
        {units?.map(unit => (
          <Pressable
            key={unit.unitId}
            className={`case-picker__row${unit.unitId === value ? ' case-picker__row--chosen' : ''}`}
            role="radio"
            isSelected={unit.unitId === value}
            onPress={() => onChange(unit.unitId)}
          >
            <View className="case-picker__mark" />
            <Text className="case-picker__words">{unit.name}</Text>
          </Pressable>
        ))}
      </View>
    </View>
  )
}
