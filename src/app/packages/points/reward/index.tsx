import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { ConsentSheet } from '#app/features/people/consent-sheet.tsx'
import { REWARD_PATH } from '#app/features/rewards/paths'
import { RedeemSheet } from '#app/features/rewards/redeem-sheet.tsx'
import { mostAtOnce, standInWay } from '#app/features/rewards/reward-rules'
import { QuantityStep, RewardView } from '#app/features/rewards/reward-view.tsx'
import { useRedeeming } from '#app/features/rewards/use-redeeming'
import { cityDay } from '#app/words/city-day'
import { call } from '#app/platform/call-operation'
import { useParams, usePullToRefresh } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import { useShare } from '#app/platform/share'
import { useAsked } from '#app/platform/use-asked'
import { useNow } from '#app/platform/use-now'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './index.scss'

/** The reward, and what this person has to spend; nothing is said of points to who is not signed in. */
function useReward(rewardId: string) {
  const personId = usePerson()?.personId
  const reward = useAsked(() => call.points.getReward({ rewardId }), [rewardId, personId])
  const mine = useAsked(async () => (personId ? call.points.getMyPoints({}) : undefined), [personId])
  return { reward, available: mine.value?.available, again: () => Promise.all([reward.again(), mine.again()]) }
}

export default function RewardPage() {
  const { rewardId = '' } = useParams()
  const { reward: asked, available, again } = useReward(rewardId)
  const reward = asked.value
  const redeeming = useRedeeming(reward, again)
  usePullToRefresh(again)
  useShare(() => ({ title: reward?.title ?? '积分超市', path: `${REWARD_PATH}?rewardId=${rewardId}` }))
  const today = cityDay(useNow())
  const inTheWay = reward && standInWay(reward, available, today)
  const most = reward ? mostAtOnce(reward, available ?? Number.MAX_SAFE_INTEGER) : 1
  const footer = reward && (
    <View className="reward-page__footer">
      {!inTheWay && most > 1 && <QuantityStep value={redeeming.quantity} most={most} onChange={redeeming.setQuantity} />}
      <View className="reward-page__act">
        <Button
          word={`用 ${reward.price * redeeming.quantity} 分兑换`}
          isLoading={redeeming.isSending && !redeeming.sheet}
          isDisabled={inTheWay !== undefined}
          onPress={() => void redeeming.ask()}
        />
      </View>
    </View>
  )
  return (
    <Screen title="兑换" width="wide" {...(footer && { footer })}>
      {!reward && asked.state === 'waiting' && <Skeleton shape="card" />}
      {asked.state === 'failed' && <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />}
      {reward && <RewardView reward={reward} today={today} />}
      {inTheWay && (
        <View className="reward-page__way">
          <Notice tone="wait" icon="info">
            {inTheWay}
          </Notice>
        </View>
      )}
      {reward && <RedeemSheet reward={reward} redeeming={redeeming} />}
      <ConsentSheet isOpen={redeeming.sheet === 'consent'} onClose={redeeming.close} onAgreed={() => void redeeming.confirm()} />
    </Screen>
  )
}
