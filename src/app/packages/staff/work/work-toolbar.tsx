import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { SearchField } from '#app/components/search-field.tsx'
import { filterCount } from '#app/features/reports/work-filter-rules'
import type { WorkDesk } from '#app/packages/staff/work/use-work-desk'
import './work-toolbar.scss'

interface Props {
  desk: WorkDesk
  isDispatcher: boolean
  onFilter: () => void
}

/** Finds by number, narrows the queue, and begins choosing several. */
export function WorkToolbar({ desk, isDispatcher, onFilter }: Props) {
  const { filter, choose, ticked, startTicking, stopTicking } = desk
  const count = filterCount(filter)
  return (
    <View className="work-toolbar">
      <View className="work-toolbar__search">
        <SearchField value={filter.number} onChange={number => choose({ ...filter, number })} label="按编号找" placeholder="编号" />
      </View>
      <Button
        word={count > 0 ? `筛选 ${count}` : '筛选'}
        icon="filter"
        look={count > 0 ? 'primary' : 'quiet'}
        isNarrow
        onPress={onFilter}
      />
      {isDispatcher && (
        <Button
          word={ticked ? '不选了' : '多选'}
          keyWord={ticked ? 'Esc' : 'V'}
          look="quiet"
          isNarrow
          onPress={ticked ? stopTicking : startTicking}
        />
      )}
    </View>
  )
}
