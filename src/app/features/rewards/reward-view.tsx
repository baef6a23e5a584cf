import { Text, View } from '@tarojs/components'
import type { Reward } from '#contract/points-shapes'
import { Icon } from '#app/components/icon.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Picture } from '#app/components/picture.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { stockChip } from '#app/features/rewards/reward-rules'
import { limitWords, rewardKindWords } from '#app/words/rewards'
import './reward-view.scss'

/** One less, the number, one more: targets as large as a thumb. */
export function QuantityStep({ value, most, onChange }: { value: number; most: number; onChange: (value: number) => void }) {
  return (
    <View className="quantity-step" role="group" aria-label="要几件">
      <Pressable className="quantity-step__button" label="少一件" isDisabled={value <= 1} onPress={() => onChange(value - 1)}>
        <Icon name="minus" size={20} />
      </Pressable>
      <Text className="quantity-step__number">{value}</Text>
      <Pressable className="quantity-step__button" label="多一件" isDisabled={value >= most} onPress={() => onChange(value + 1)}>
        <Icon name="plus" size={20} />
      </Pressable>
    </View>
  )
}

/** Everything about one reward: what, for how many points, where and when it is fetched, who gave it. */
export function RewardView({ reward, today }: { reward: Reward; today: string }) {
  const { word, icon } = rewardKindWords[reward.kind]
  const days = [reward.opensOn && `${reward.opensOn} 起`, reward.closesOn && `${reward.closesOn} 止`].filter(Boolean).join('，')
  return (
    <View className="reward-view">
      <Picture className="reward-view__photo" ratio={4 / 3} address={reward.photo?.url} label={reward.title} />
      <View className="reward-view__words">
        <View className="reward-view__head">
          <View className="reward-view__name" role="heading" aria-level={2}>
            {reward.title}
          </View>
          <StateChip {...stockChip(reward, today)} />
        </View>
        <View className="reward-view__price">{reward.price} 分</View>
        {reward.description && <View className="reward-view__text">{reward.description}</View>}
        <ListGroup>
          <ListRow icon="pin" title={reward.pickUpPlace} line={reward.communityName} />
          <ListRow icon="clock" title={reward.pickUpHours} line="领取时间" />
          <ListRow icon={icon} title={limitWords(reward)} line={word} />
          {days !== '' && <ListRow icon="calendar" title={days} line="兑换日期" />}
          {reward.sponsor && <ListRow icon="heart" title={reward.sponsor} line="这份心意来自" />}
        </ListGroup>
      </View>
    </View>
  )
}
