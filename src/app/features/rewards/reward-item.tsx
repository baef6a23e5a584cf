import { View } from '@tarojs/components'
import { memo } from 'react'
import type { Reward } from '#contract/points-shapes'
import { Card } from '#app/components/card.tsx'
import { Picture } from '#app/components/picture.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { REWARD_PATH } from '#app/features/rewards/paths'
import { stockChip } from '#app/features/rewards/reward-rules'
import { go } from '#app/platform/navigation'
import './reward-item.scss'

/** A reward on the shelf. */
export const RewardItem = memo(function RewardItem({ reward, today }: { reward: Reward; today: string }) {
  const chip = stockChip(reward, today)
  return (
    <Card
      className="reward-item"
      label={`${reward.title}，${reward.price} 分，${chip.word}，${reward.communityName}`}
      onPress={() => go(REWARD_PATH, { rewardId: reward.rewardId })}
    >
      <Picture className="reward-item__photo" address={reward.photo?.thumbnailUrl} label={reward.title} />
      <View className="reward-item__words">
        <View className="reward-item__name">{reward.title}</View>
        <View className="reward-item__line">{reward.communityName}</View>
        <View className="reward-item__foot">
          <View className="reward-item__price">{reward.price} 分</View>
          <StateChip {...chip} />
        </View>
      </View>
    </Card>
  )
})
