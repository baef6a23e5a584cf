import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Reward } from '#contract/points-shapes'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { RewardItem } from '#app/features/rewards/reward-item.tsx'
import { cityDay } from '#app/words/city-day'
import { FindBar, type Choice } from '#app/components/find-bar.tsx'
import { call } from '#app/platform/call-operation'
import { useReachEnd } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import { usePages } from '#app/platform/use-pages'
import { wordsForReading } from '#app/words/refusals'
import { rewardKindWords, type RewardKind } from '#app/words/rewards'
import { wayOn } from '#app/words/way-on'
import './shelf.scss'

const kinds = Object.keys(rewardKindWords) as RewardKind[]

interface Props {
  now: Date
  /** The neighbourhood this person looks at, where it is known. */
  place: { communityId: string; communityName: string } | undefined
  onChoosePlace: () => void
}

/** What is on the shelf of a community, or of all: by kind too. Works signed out. */
export function Shelf({ now, place, onChoosePlace }: Props) {
  const personId = usePerson()?.personId
  const [isHere, setIsHere] = useState(false)
  const [kind, setKind] = useState<RewardKind | undefined>(undefined)
  const communityId = isHere ? place?.communityId : undefined
  const question = { ...(communityId && { communityId }), ...(kind && { kind }) }
  const read = async (cursor?: string) => {
    const { rewards, nextCursor } = await call.points.listRewards({ ...question, ...(cursor && { cursor }) })
    return { rows: rewards, nextCursor }
  }
  const pages = usePages<Reward>(`${personId ?? ''} ${JSON.stringify(question)}`, read, ({ rewardId }) => rewardId)
  useReachEnd(() => void pages.more())
  const where: Choice[] = [
    { word: '全部社区', isChosen: !isHere, onPress: () => setIsHere(false) },
    {
      ...{ word: place?.communityName ?? '选社区', icon: 'pin', isChosen: isHere && place !== undefined },
      onPress: () => (setIsHere(true), !place && onChoosePlace())
    },
    ...(isHere && place ? [{ word: '换社区', isSwitch: false, onPress: onChoosePlace }] : [])
  ]
  const what: Choice[] = kinds.map(one => ({
    ...rewardKindWords[one],
    isChosen: kind === one,
    onPress: () => setKind(kind === one ? undefined : one)
  }))
  const widen = () => (setIsHere(false), setKind(undefined))
  return (
    <View>
      <FindBar label="在哪里" choices={where} />
      <FindBar label="什么样的" choices={what} />
      {pages.state === 'waiting' && <Skeleton shape="rows" count={4} />}
      {pages.state === 'failed' && (
        <ErrorState
          sentence={wordsForReading(pages.error)}
          {...(pages.rows.length > 0 && { kept: '下面是上次看到的。' })}
          action={wayOn(pages.error, pages.again)}
        />
      )}
      {pages.state === 'there' && pages.rows.length === 0 && (
        <EmptyState
          scene="bench"
          sentence={communityId || kind ? '这样找，还没有合适的' : '暂时没有可兑换的奖品'}
          line={communityId || kind ? '看看别的社区和种类。' : '社区上架了东西，就会出现在这里。'}
          {...((communityId || kind) && { action: { word: '看全部', onPress: widen, isQuiet: true } })}
        />
      )}
      <View className="shelf">
        {pages.rows.map(reward => (
          <RewardItem key={reward.rewardId} reward={reward} today={cityDay(now)} />
        ))}
      </View>
      {pages.hasMore && <Button word="看后面的" look="quiet" isLoading={pages.isLoadingMore} onPress={() => void pages.more()} />}
    </View>
  )
}
