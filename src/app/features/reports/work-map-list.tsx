import { View } from '@tarojs/components'
import { EmptyState } from '#app/components/empty-state.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { loadWords, toneOfLoad, type GridLoad, type MapReport } from '#app/features/reports/work-map-rules'
import { reportStateWords } from '#app/words/report-states'
import './work-map-list.scss'

interface Props {
  reports: readonly MapReport[]
  names: ReadonlyMap<string, string>
  onOpen: (reportId: string) => void
}

/** The open cases of a grid, late ones first. */
export function WorkMapList({ reports, names, onOpen }: Props) {
  if (reports.length === 0) return <EmptyState scene="garden" sentence="这个网格没有在办的案件。" />
  return (
    <View className="work-map-list">
      {reports.map(({ reportId, number, state, categoryCode, isOverdue }) => (
        <Pressable key={reportId} className="work-map-list__row" onPress={() => onOpen(reportId)}>
          <View className="work-map-list__words">
            <View className="work-map-list__name">{names.get(categoryCode) ?? number}</View>
            <View className="work-map-list__line">{number}</View>
          </View>
          {isOverdue && <StateChip tone="bad" word="超时" />}
          <StateChip tone={reportStateWords[state].tone} word={reportStateWords[state].word} icon={reportStateWords[state].icon} />
        </Pressable>
      ))}
    </View>
  )
}

interface GridsProps {
  grids: readonly { areaId: string; name: string }[]
  loads: readonly GridLoad[]
  onChoose: (areaId: string) => void
}

/** Every grid with what is open in it, late ones first: the map in words. */
export function WorkGridList({ grids, loads, onChoose }: GridsProps) {
  const rows = grids.map(grid => ({
    ...grid,
    load: loads.find(({ areaId }) => areaId === grid.areaId) ?? { openCount: 0, overdueCount: 0 }
  }))
  const sorted = rows.sort((a, b) => b.load.overdueCount - a.load.overdueCount || b.load.openCount - a.load.openCount)
  return (
    <View className="work-map-list">
      {sorted.map(({ areaId, name, load }) => (
        <Pressable key={areaId} className="work-map-list__row" onPress={() => onChoose(areaId)}>
          <View className="work-map-list__words">
            <View className="work-map-list__name">{name}</View>
          </View>
          <StateChip tone={toneOfLoad(load)} word={loadWords(load)} />
        </Pressable>
      ))}
    </View>
  )
}
