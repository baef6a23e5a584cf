import { Text, View } from '@tarojs/components'
import { Card } from '#app/components/card.tsx'
import { Icon } from '#app/components/icon.tsx'
import { call } from '#app/platform/call-operation'
import { go } from '#app/platform/navigation'
import { useAsked } from '#app/platform/use-asked'
import './points-card.scss'

/** The number; a tap opens the lines behind it. */
export function PointsCard() {
  const points = useAsked(() => call.points.getMyPoints({}), [])
  const known = points.value
  return (
    <Card onPress={() => go('/pages/points/index')} label={known ? `积分 ${known.available}，看每一笔` : '积分'}>
      <View className="points-card">
        <Icon name="points" size={28} className="points-card__icon" />
        <View className="points-card__words">
          <View className="points-card__number">{known?.available ?? '—'}</View>
          <Text className="points-card__line">{known && known.pending > 0 ? `积分，另有 ${known.pending} 分待到账` : '积分'}</Text>
        </View>
        <Text className="points-card__more points-card__hint">每一笔</Text>
        <Icon name="forward" size={18} className="points-card__more" />
      </View>
    </Card>
  )
}
