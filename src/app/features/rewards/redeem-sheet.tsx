import { View } from '@tarojs/components'
import type { Reward } from '#contract/points-shapes'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { IconLine } from '#app/components/icon-line.tsx'
import type { Redeeming } from '#app/features/rewards/use-redeeming'
import './redeem-sheet.scss'

/** The second of the two taps: what it takes, where and when it is fetched. */
export function RedeemSheet({ reward, redeeming }: { reward: Reward; redeeming: Redeeming }) {
  const { sheet, quantity, isSending, confirm, close } = redeeming
  return (
    <BottomSheet isOpen={sheet === 'confirm'} onClose={close} title="确认兑换吗？">
      <IconLine icon="gift">{quantity > 1 ? `${reward.title} × ${quantity}` : reward.title}</IconLine>
      <IconLine icon="points">{`用 ${reward.price * quantity} 分`}</IconLine>
      <IconLine icon="pin">{`${reward.communityName} · ${reward.pickUpPlace}`}</IconLine>
      <IconLine icon="clock">{reward.pickUpHours}</IconLine>
      <IconLine icon="info">
        {reward.needsPreparing
          ? '确认后工作人员会备好，备好了就能来领，30 天内有效。'
          : '确认后 30 天内来领。没领之前可以取消，积分原样退回。'}
      </IconLine>
      <View className="redeem-sheet__acts">
        <Button word="确认兑换" isLoading={isSending} onPress={() => void confirm()} />
        <Button word="先不兑了" look="quiet" isDisabled={isSending} onPress={close} />
      </View>
    </BottomSheet>
  )
}
