import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { CardList, ListCard } from '#app/components/list-card.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { spanWords } from '#app/features/organising/city-time-rules'
import { waitingWords, type ManagedCard } from '#app/features/organising/managed-list-rules'
import type { VolunteeringRoles } from '#app/features/organising/organising-role-rules'
import type { ManagedActivities } from '#app/features/organising/use-managed-activities'
import { activityStateWords } from '#app/words/organising'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './managed-list.scss'

export const managedCardId = (activityId: string) => `managed-${activityId}`

interface Props {
  list: ManagedActivities
  roles: VolunteeringRoles
  openId?: string
  onOpen: (activityId: string) => void
  onNew?: () => void
}

/** The list of activities; its own shape while it comes, a way on when it is empty. */
export function ManagedList({ list, roles, openId, onOpen, onNew }: Props) {
  if (list.state === 'waiting') return <Skeleton shape="rows" count={5} />
  if (list.state === 'failed' && list.cards.length === 0)
    return <ErrorState sentence={wordsForReading(list.error)} action={wayOn(list.error, list.again)} />
  if (list.cards.length === 0) {
    return (
      <EmptyState
        scene="garden"
        sentence="这里现在没有活动。"
        line="写下做什么、在哪里、什么时候，审核通过就能招募。"
        action={onNew && { word: '建一个活动', onPress: onNew }}
      />
    )
  }
  return (
    <CardList>
      {list.cards.map(card => (
        <ManagedItem
          key={card.activityId}
          card={card}
          waiting={waitingWords(card, roles)}
          isOpen={card.activityId === openId}
          onPress={() => onOpen(card.activityId)}
        />
      ))}
      {list.hasMore && <Button word="再看一些" look="quiet" onPress={list.more} />}
    </CardList>
  )
}

interface ItemProps {
  card: ManagedCard
  waiting?: string
  isOpen: boolean
  onPress: () => void
}

function ManagedItem({ card, waiting, isOpen, onPress }: ItemProps) {
  return (
    <ListCard id={managedCardId(card.activityId)} className="managed-card" isOpen={isOpen} onPress={onPress}>
      <View className="managed-card__head">
        <View className="managed-card__title">{card.title}</View>
        <StateChip {...activityStateWords[card.state]} />
      </View>
      <View className="managed-card__line">{spanWords(card.startsAt, card.endsAt)}</View>
      <View className="managed-card__line">{`${card.communityName} · ${card.organisationName} · ${card.shiftCount} 个时段`}</View>
      {waiting && <View className="managed-card__waiting">{waiting}</View>}
    </ListCard>
  )
}
