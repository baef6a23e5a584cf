import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import type { WorkList as List } from '#app/features/reports/use-work-list'
import { WorkCard } from '#app/features/reports/work-card.tsx'
import { isNarrowed, type WorkFilter } from '#app/features/reports/work-filter-rules'
import { wordsForError, wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './work-list.scss'

interface Props {
  list: List
  filter: WorkFilter
  now: Date
  /** The case in the pane beside. */
  openId?: string
  /** Ticked cases in selection mode; absent outside it. */
  ticked?: ReadonlySet<string>
  onPress: (reportId: string) => void
  onClearFilter: () => void
}

const emptyLines: Partial<Record<WorkFilter['tab'], string>> = {
  mine: '等你办的都办完了，歇口气。',
  suspension: '没有单位在等挂账的答复。'
}

/** The queue, most overdue first; its own shape while it comes, a sentence when it is empty. */
export function WorkCards({ list, filter, now, openId, ticked, onPress, onClearFilter }: Props) {
  if (list.state === 'waiting') return <Skeleton shape="rows" count={6} />
  if (list.state === 'failed' && list.cards.length === 0)
    return <ErrorState sentence={wordsForReading(list.error)} action={wayOn(list.error, list.again)} />
  if (list.cards.length === 0) {
    return isNarrowed(filter) ? (
      <EmptyState scene="street" sentence="这样筛选没有案件。" action={{ word: '清空筛选', onPress: onClearFilter, isQuiet: true }} />
    ) : (
      <EmptyState scene="garden" sentence={emptyLines[filter.tab] ?? '这里现在没有案件。'} />
    )
  }
  const hasState = filter.tab === 'mine' || filter.tab === 'suspension'
  return (
    <View className="work-list">
      {list.cards.map(card => (
        <WorkCard
          key={card.reportId}
          card={card}
          now={now}
          hasState={hasState}
          isOpen={card.reportId === openId}
          isTicked={ticked?.has(card.reportId)}
          onPress={() => onPress(card.reportId)}
        />
      ))}
      {list.state === 'failed' && <View className="work-list__fault">{wordsForError(list.error)}</View>}
      {list.hasMore && <Button word="再看一些" look="quiet" isLoading={list.isLoadingMore} onPress={() => void list.more()} />}
    </View>
  )
}
