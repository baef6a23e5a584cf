import { View } from '@tarojs/components'
import type { Reward } from '#contract/points-shapes'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { IconLine } from '#app/components/icon-line.tsx'
import type { Redeeming } from '#app/features/rewards/use-redeeming'
import { countdownWords } from '#app/words/time-words'
import './redeem-sheet.scss'

/** The second of the two taps: what it takes, where and when it is fetched, and until when it is kept. */
export function RedeemSheet({ reward, redeeming, now }: { reward: Reward; redeeming: Redeeming; now: Date }) {
  const { sheet, kept, quantity, isSending, confirm, giveBack } = redeeming
  return (
    <BottomSheet isOpen={sheet === 'confirm' && kept !== undefined} onClose={() => void giveBack()} title="给你留好了，确认兑换吗？">
      <IconLine icon="gift">{quantity > 1 ? `${reward.title} × ${quantity}` : reward.title}</IconLine>
      <IconLine icon="points">{`用 ${reward.price * quantity} 分`}</IconLine>
      <IconLine icon="pin">{`${reward.communityName} · ${reward.pickUpPlace}`}</IconLine>
      <IconLine icon="clock">{reward.pickUpHours}</IconLine>
      <IconLine icon="info">
        {reward.needsPreparing
          ? '确认后工作人员会备好，备好了就能来领，30 天内有效。'
          : '确认后 30 天内来领。没领之前可以取消，积分原样退回。'}
      </IconLine>
      {kept?.keptUntil && <IconLine icon="hourglass">{`${countdownWords(kept.keptUntil, now)}内确认，过后自动退回`}</IconLine>}
      <View className="redeem-sheet__acts">
        <Button word="确认兑换" isLoading={isSending} onPress={() => void confirm()} />
        <Button word="先不兑了" look="quiet" isDisabled={isSending} onPress={() => void giveBack()} />
      </View>
    </BottomSheet>
  )
}
