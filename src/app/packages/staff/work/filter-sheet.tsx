import { View } from '@tarojs/components'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { SwitchMark } from '#app/components/switch-mark.tsx'
import { emptyFilter, type WorkFilter } from '#app/features/reports/work-filter-rules'
import { ChoiceField } from '#app/components/choice-field.tsx'
import { useChoices } from '#app/features/places/use-choices'

interface Props {
  filter: WorkFilter
  onChange: (filter: WorkFilter) => void
  onClose: () => void
}

/** Narrows a queue by place, unit, category and lateness; takes effect at once. */
export function FilterSheet({ filter, onChange, onClose }: Props) {
  const { areaChoices, unitChoices, categoryChoices } = useChoices()
  return (
    <BottomSheet isOpen onClose={onClose} title="筛选">
      <ListGroup>
        <ListRow
          title="只看超时"
          role="switch"
          isSelected={filter.isOverdue}
          end={<SwitchMark isOn={filter.isOverdue} />}
          onPress={() => onChange({ ...filter, isOverdue: !filter.isOverdue })}
        />
      </ListGroup>
      <View style={{ height: '12px' }} />
      <ChoiceField
        label="区域"
        choices={areaChoices}
        value={filter.areaId}
        emptyWord="不限区域"
        onChange={areaId => onChange({ ...filter, areaId })}
      />
      <ChoiceField
        label="责任单位"
        choices={unitChoices}
        value={filter.unitId}
        emptyWord="不限单位"
        onChange={unitId => onChange({ ...filter, unitId })}
      />
      <ChoiceField
        label="类别"
        choices={categoryChoices}
        value={filter.categoryCode}
        emptyWord="不限类别"
        onChange={categoryCode => onChange({ ...filter, categoryCode })}
      />
      <Button word="看结果" onPress={onClose} />
      <View style={{ height: '8px' }} />
      <Button word="清空筛选" look="quiet" onPress={() => onChange({ ...emptyFilter, tab: filter.tab })} />
    </BottomSheet>
  )
}
