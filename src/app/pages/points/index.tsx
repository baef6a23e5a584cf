import { Text, View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { PointLines } from '#app/features/points/point-lines.tsx'
import { useMyPoints } from '#app/features/points/use-my-points'
import { switchTab } from '#app/platform/navigation'
import { useNow } from '#app/platform/use-now'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './index.scss'

function Sum({ available, pending, debt }: { available: number; pending: number; debt: number }) {
  return (
    <Card>
      <View className="points__number">{available}</View>
      <Text className="points__line">可用积分</Text>
      {pending > 0 && <View className="points__line">另有 {pending} 分待到账：你确认解决了，或过了异议期，就会到账。</View>}
      {debt > 0 && <View className="points__line">有 {debt} 分待扣：一件办好的事后来被推翻了，先从新得的里补。</View>}
    </Card>
  )
}

export default function PointsPage() {
  const now = useNow()
  const { first, lines, hasMore, more, isAsking } = useMyPoints()
  return (
    <Screen title="我的积分">
      {first.value && <Sum {...first.value} />}
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
