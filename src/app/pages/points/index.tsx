import { Text, View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { PointLines } from '#app/features/points/point-lines.tsx'
import { useMyPoints } from '#app/features/points/use-my-points'
import { BADGES_PATH, BOARD_PATH, EARN_PATH, REDEMPTIONS_PATH, SHELF_PATH } from '#app/features/rewards/paths'
import { go, switchTab } from '#app/platform/navigation'
import { useNow } from '#app/platform/use-now'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './index.scss'

const longDay = (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

type Mine = NonNullable<ReturnType<typeof useMyPoints>['first']['value']>

function Sum({ available, pending, held, debt, expiring, isFrozen }: Mine) {
  return (
    <Card>
      <View className="points__number">{available}</View>
      <Text className="points__line">可用积分</Text>
      {pending > 0 && <View className="points__line">另有 {pending} 分待到账：确认解决了，或过了异议期，就会到账。</View>}
      {held > 0 && !isFrozen && <View className="points__line">有 {held} 分为兑换留着：领走就用掉，取消就退回。</View>}
      {isFrozen && <View className="points__line">有 {held} 分正在核实，核实完就会退回来或作更正，请联系创建办。</View>}
      {debt > 0 && <View className="points__line">有 {debt} 分待扣：有一件上报后来查明没解决，会从新得的积分里扣回。</View>}
      {expiring.map(({ amount, on }) => (
        <View key={on} className="points__line">
          其中 {amount} 分用到 {longDay(on)}
        </View>
      ))}
    </Card>
  )
}

function Ways() {
  return (
    <View className="points__ways">
      <ListGroup>
        <ListRow icon="gift" title="积分超市" line="用积分换小礼物" onPress={() => go(SHELF_PATH)} />
        <ListRow icon="list" title="我的兑换" onPress={() => go(REDEMPTIONS_PATH)} />
        <ListRow icon="medal" title="我的徽章" onPress={() => go(BADGES_PATH)} />
        <ListRow icon="people" title="社区贡献榜" onPress={() => go(BOARD_PATH)} />
        <ListRow icon="info" title="怎么得积分" onPress={() => go(EARN_PATH)} />
      </ListGroup>
    </View>
  )
}

export default function PointsPage() {
  const now = useNow()
  const { first, lines, hasMore, more, isAsking } = useMyPoints()
  return (
    <Screen title="我的积分">
      {first.value && <Sum {...first.value} />}
      {first.value && <Ways />}
      {first.state === 'waiting' && <Skeleton shape="lines" count={4} />}
      {first.state === 'failed' && !first.value && (
        <ErrorState sentence={wordsForReading(first.error)} action={wayOn(first.error, first.again)} />
      )}
      {first.value && lines.length === 0 && (
        <EmptyState
          scene="garden"
          sentence="还没有积分"
          line="你上报的问题解决了，积分就会记在这里，一笔一笔都看得到。"
          action={{ word: '去拍一张', onPress: () => switchTab('/pages/report/index') }}
        />
      )}
      {lines.length > 0 && (
        <Section title="每一笔">
          <PointLines lines={lines} now={now} />
          {hasMore && (
            <View className="points__more">
              <Button word="看更早的" look="quiet" isLoading={isAsking} onPress={() => void more()} />
            </View>
          )}
        </Section>
      )}
    </Screen>
  )
}
