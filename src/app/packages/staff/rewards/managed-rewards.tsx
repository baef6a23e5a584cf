import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Reward } from '#contract/points-shapes'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Picture } from '#app/components/picture.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { StateChip, type Tone } from '#app/components/state-chip.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { useAct } from '#app/features/organising/use-act'
import { RewardFormSheet } from '#app/packages/staff/rewards/reward-form-sheet.tsx'
import { StockSheet } from '#app/packages/staff/rewards/stock-sheet.tsx'
import { tellingStale } from '#app/packages/staff/rewards/telling-stale'
import { call } from '#app/platform/call-operation'
import { usePages } from '#app/platform/use-pages'
import { wordsForReading } from '#app/words/refusals'
import { rewardKindWords } from '#app/words/rewards'
import { wayOn } from '#app/words/way-on'
import './managed-rewards.scss'

type Managed = Awaited<ReturnType<typeof call.points.listManagedRewards>>['rewards'][number]

const stateWords: Record<Reward['state'], { tone: Tone; word: string }> = {
  draft: { tone: 'wait', word: '没上架' },
  open: { tone: 'good', word: '在架上' },
  closed: { tone: 'info', word: '已下架' }
}

type Sheet = 'edit' | 'stock'

function OneReward({ managed, onChanged }: { managed: Managed; onChanged: () => void }) {
  const { reward, heldCount, fulfilledCount } = managed
  const [sheet, setSheet] = useState<Sheet | undefined>(undefined)
  const { isActing, fault, act } = useAct()
  const { rewardId, version, state } = reward
  const isOpen = state === 'open'
  const move = async () => {
    const ask = () => call.points.moveReward({ rewardId, version, to: isOpen ? 'closed' : 'open' })
    if (await act(() => tellingStale(ask, onChanged), isOpen ? '下架了' : '上架了')) onChanged()
  }
  const close = () => setSheet(undefined)
  const done = () => (close(), onChanged())
  return (
    <Card className="managed-reward">
      <View className="managed-reward__head">
        <Picture className="managed-reward__photo" address={reward.photo?.thumbnailUrl} label={reward.title} />
        <View className="managed-reward__words">
          <View className="managed-reward__name">{reward.title}</View>
          <View className="managed-reward__line">{`${reward.price} 分 · ${rewardKindWords[reward.kind].word} · ${reward.communityName}`}</View>
          <View className="managed-reward__line">{`架上 ${reward.stockLeft} · 留着 ${heldCount} · 领走 ${fulfilledCount}`}</View>
          <StateChip {...stateWords[state]} />
        </View>
      </View>
      <ActFault fault={fault} />
      <View className="managed-reward__acts">
        <Button word={isOpen ? '下架' : '上架'} look="quiet" isNarrow isLoading={isActing} onPress={() => void move()} />
        <Button word="清点" look="quiet" isNarrow onPress={() => setSheet('stock')} />
        <Button word="修改" look="quiet" isNarrow onPress={() => setSheet('edit')} />
      </View>
      {sheet === 'edit' && <RewardFormSheet reward={reward} onDone={done} onStale={onChanged} onClose={close} />}
      {sheet === 'stock' && <StockSheet managed={managed} onDone={done} onStale={onChanged} onClose={close} />}
    </Card>
  )
}

/** The rewards of my communities, with what lies on the shelf, what is kept for somebody, and what was fetched. */
export function ManagedRewards() {
  const [isAdding, setIsAdding] = useState(false)
  const read = async (cursor?: string) => {
    const { rewards, nextCursor } = await call.points.listManagedRewards(cursor ? { cursor } : {})
    return { rows: rewards, nextCursor }
  }
  const pages = usePages<Managed>('managed', read, ({ reward }) => reward.rewardId)
  return (
    <View>
      <Button word="上一件新的" icon="plus" onPress={() => setIsAdding(true)} />
      {pages.state === 'waiting' && <Skeleton shape="card" count={3} />}
      {pages.state === 'failed' && <ErrorState sentence={wordsForReading(pages.error)} action={wayOn(pages.error, pages.again)} />}
      {pages.state === 'there' && pages.rows.length === 0 && (
        <EmptyState scene="bench" sentence="还没有奖品" line="一件小小的谢意，就能让人记得做过的好事。" />
      )}
      <View className="managed-rewards">
        {pages.rows.map(managed => (
          <OneReward key={managed.reward.rewardId} managed={managed} onChanged={() => void pages.again()} />
        ))}
      </View>
      {pages.hasMore && <Button word="看后面的" look="quiet" isLoading={pages.isLoadingMore} onPress={() => void pages.more()} />}
      {isAdding && (
        <RewardFormSheet
          onClose={() => setIsAdding(false)}
          onStale={() => undefined}
          onDone={() => {
            setIsAdding(false)
            void pages.again()
          }}
        />
      )}
    </View>
  )
}
