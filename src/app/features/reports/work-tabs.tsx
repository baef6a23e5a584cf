import { Text, View } from '@tarojs/components'
import { Pressable } from '#app/components/pressable.tsx'
import type { WorkTab } from '#app/features/reports/work-filter-rules'
import { tabsOf, type WorkCounts } from '#app/features/reports/work-tab-rules'
import './work-tabs.scss'

interface Props {
  counts?: WorkCounts
  tab: WorkTab
  onChange: (tab: WorkTab) => void
}

/** The queues with how many wait in each; red where some are late. */
export function WorkTabs({ counts, tab, onChange }: Props) {
  return (
    <View className="work-tabs" role="tablist" aria-label="队列">
      {tabsOf(counts, tab).map(({ tab: own, word, count, overdueCount }) => (
        <Pressable
          key={own}
          className={`work-tabs__tab${own === tab ? ' work-tabs__tab--chosen' : ''}`}
          role="tab"
          isSelected={own === tab}
          onPress={() => onChange(own)}
        >
          <Text>{word}</Text>
          {count !== undefined && <Text className="work-tabs__count">{count}</Text>}
          {overdueCount > 0 && <Text className="work-tabs__late">超时 {overdueCount}</Text>}
        </Pressable>
      ))}
    </View>
  )
}
