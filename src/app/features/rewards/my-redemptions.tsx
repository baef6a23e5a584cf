import { View } from '@tarojs/components'
import type { Redemption } from '#contract/points-shapes'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { REDEMPTION_PATH, SHELF_PATH } from '#app/features/rewards/paths'
import { call } from '#app/platform/call-operation'
import { go, useReachEnd } from '#app/platform/navigation'
import { usePages } from '#app/platform/use-pages'
import { wordsForReading } from '#app/words/refusals'
import { redemptionWords } from '#app/words/rewards'
import { momentWords } from '#app/words/time-words'
import { wayOn } from '#app/words/way-on'

function Row({ redemption, now }: { redemption: Redemption; now: Date }) {
  const { redemptionId, title, quantity, points, state, createdAt } = redemption
  const { tone, word, icon } = redemptionWords[state]
  return (
    <ListRow
      title={quantity > 1 ? `${title} × ${quantity}` : title}
      line={`${points} 分 · ${momentWords(createdAt, now)}`}
      end={<StateChip tone={tone} word={word} icon={icon} />}
      onPress={() => go(REDEMPTION_PATH, { redemptionId })}
    />
  )
}

/** My redemptions: what waits to be fetched first, then what was. */
export function MyRedemptions({ now }: { now: Date }) {
  const read = async (cursor?: string) => {
    const { redemptions, nextCursor } = await call.points.listMyRedemptions(cursor ? { cursor } : {})
    return { rows: redemptions, nextCursor }
  }
  const pages = usePages<Redemption>('mine', read, ({ redemptionId }) => redemptionId)
  useReachEnd(() => void pages.more())
  return (
    <View>
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
          sentence="还没有兑换过"
          line="攒下的积分，可以换社区准备的小礼物。"
          action={{ word: '去看看', onPress: () => go(SHELF_PATH) }}
        />
      )}
      {pages.rows.length > 0 && (
        <ListGroup>
          {pages.rows.map(redemption => (
            <Row key={redemption.redemptionId} redemption={redemption} now={now} />
          ))}
        </ListGroup>
      )}
      {pages.hasMore && <Button word="看更早的" look="quiet" isLoading={pages.isLoadingMore} onPress={() => void pages.more()} />}
    </View>
  )
}
