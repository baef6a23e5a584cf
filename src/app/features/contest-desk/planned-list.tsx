import { View } from '@tarojs/components'
import type { PlannedContest } from '#contract/quizzes-contests'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { CardList, ListCard } from '#app/components/list-card.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { deskStandingOf } from '#app/features/contest-desk/contest-act-rules'
import { serverNow } from '#app/platform/server-clock'
import type { Pages } from '#app/platform/use-pages'
import { deskStandingWords, paperWords, periodWords } from '#app/words/contests'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './planned-list.scss'

export const plannedCardId = (contestId: string) => `contest-${contestId}`

interface Props {
  list: Pages<PlannedContest>
  now: Date
  openId?: string
  onOpen: (contestId: string) => void
  onNew: () => void
}

/** Contests as the office plans them; its own shape while it comes, a way on when it is empty. */
export function PlannedList({ list, now, openId, onOpen, onNew }: Props) {
  if (list.state === 'waiting') return <Skeleton shape="rows" count={4} />
  if (list.state === 'failed' && list.rows.length === 0)
    return <ErrorState sentence={wordsForReading(list.error)} action={wayOn(list.error, list.again)} />
  if (list.rows.length === 0)
    return (
      <EmptyState
        scene="lantern"
        sentence="还没有办过竞赛。"
        line="写好方案，另一位编辑发布，居民就能参加。"
        action={{ word: '写第一个方案', onPress: onNew }}
      />
    )
  return (
    <CardList>
      {list.rows.map(planned => (
        <PlannedItem
          key={planned.contest.contestId}
          planned={planned}
          now={now}
          isOpen={planned.contest.contestId === openId}
          onPress={() => onOpen(planned.contest.contestId)}
        />
      ))}
      {list.hasMore && <Button word="再看一些" look="quiet" isLoading={list.isLoadingMore} onPress={() => void list.more()} />}
    </CardList>
  )
}

interface ItemProps {
  planned: PlannedContest
  now: Date
  isOpen: boolean
  onPress: () => void
}

function PlannedItem({ planned, now, isOpen, onPress }: ItemProps) {
  const { contest, isMine } = planned
  const { word, tone, icon } = deskStandingWords[deskStandingOf(planned, serverNow())]
  const about = [paperWords(contest), contest.participantCount > 0 && `${contest.participantCount} 人参加`, isMine && '我写的']
  return (
    <ListCard id={plannedCardId(contest.contestId)} className="planned-card" isOpen={isOpen} onPress={onPress}>
      <View className="planned-card__head">
        <View className="planned-card__title">{contest.title}</View>
        <StateChip {...{ word, tone, icon }} />
      </View>
      <View className="planned-card__line">{periodWords(contest, now)}</View>
      <View className="planned-card__line">{about.filter(Boolean).join(' · ')}</View>
    </ListCard>
  )
}
