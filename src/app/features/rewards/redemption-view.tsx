import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Redemption } from '#contract/points-shapes'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Notice } from '#app/components/notice.tsx'
import { QrCode } from '#app/components/qr-code.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { REWARD_PATH } from '#app/features/rewards/paths'
import { useFullBrightness } from '#app/platform/brightness'
import { call } from '#app/platform/call-operation'
import { touch } from '#app/platform/feedback'
import { useAwakeScreen } from '#app/platform/keep-awake'
import { go } from '#app/platform/navigation'
import { toast } from '#app/platform/toast'
import { usePolite } from '#app/platform/use-polite'
import { wordsForError } from '#app/words/refusals'
import { redemptionWords } from '#app/words/rewards'
import { countdownWords, momentWords } from '#app/words/time-words'
import './redemption-view.scss'

function Code({ code }: { code: string }) {
  useAwakeScreen(true)
  useFullBrightness()
  return (
    <View className="redemption-view__code">
      <QrCode text={code} label="领取码" />
      <View className="redemption-view__hint">码每半分钟换一次，截图没有用。</View>
    </View>
  )
}

type Act = 'confirm' | 'cancel'

function useActs(redemptionId: string, onChange: () => Promise<unknown>) {
  const [sending, setSending] = useState<Act | undefined>(undefined)
  const act = async (which: Act) => {
    setSending(which)
    try {
      if (which === 'confirm') await call.points.confirmRedemption({ redemptionId })
      else await call.points.cancelRedemption({ redemptionId })
      touch()
    } catch (error) {
      toast(wordsForError(error))
    } finally {
      await onChange()
      setSending(undefined)
    }
  }
  return { sending, act }
}

interface Props {
  redemption: Redemption
  code: string | undefined
  isOffline: boolean
  now: Date
  onChange: () => Promise<unknown>
}

/** One redemption: the code while it can be fetched, where and until when, and the way to give it back. */
export function RedemptionView({ redemption, code, isOffline, now, onChange }: Props) {
  const polite = usePolite()
  const [isAsking, setIsAsking] = useState(false)
  const { sending, act } = useActs(redemption.redemptionId, onChange)
  const { state, quantity, title, keptUntil, fulfilledAt } = redemption
  const { sentence, ...chip } = redemptionWords[state]
  const cancel = async () => {
    await act('cancel')
    setIsAsking(false)
  }
  return (
    <View>
      <Card>
        <View className="redemption-view__head">
          <View className="redemption-view__name" role="heading" aria-level={2}>
            {quantity > 1 ? `${title} × ${quantity}` : title}
          </View>
          <StateChip {...chip} />
        </View>
        <View className="redemption-view__line">{polite(sentence)}</View>
        {code && <Code code={code} />}
      </Card>
      {state === 'ready' && !code && isOffline && (
        <Notice tone="wait" icon="offline">
          没有网络，码显示不了。连上网络就会自动显示，或请工作人员在名单上找你。
        </Notice>
      )}
      <View className="redemption-view__rows">
        <ListGroup>
          <ListRow icon="pin" title={redemption.pickUpPlace} line="领取地点" />
          <ListRow icon="clock" title={redemption.pickUpHours} line="领取时间" />
          {keptUntil && (
            <ListRow icon="hourglass" title={countdownWords(keptUntil, now)} line={`${momentWords(keptUntil, now)} 前有效，过后自动退回`} />
          )}
          {fulfilledAt && <ListRow icon="done" title={momentWords(fulfilledAt, now)} line="领取" />}
          <ListRow icon="points" title={`${redemption.points} 分`} line={`${momentWords(redemption.createdAt, now)} 兑换`} />
          <ListRow icon="gift" title="看这件奖品" onPress={() => go(REWARD_PATH, { rewardId: redemption.rewardId })} />
        </ListGroup>
      </View>
      {state === 'reserved' && <Button word="确认兑换" isLoading={sending === 'confirm'} onPress={() => void act('confirm')} />}
      {redemption.mayCancel && (
        <View className="redemption-view__leave">
          <Button word="不要了，退回积分" look="quiet" onPress={() => setIsAsking(true)} />
        </View>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title="不要了吗？"
        sentence="积分原样退回，到期日也不变；这件会让给别的邻居。"
        confirmWord="退回积分"
        cancelWord="还是要"
        isLoading={sending === 'cancel'}
        onConfirm={() => void cancel()}
        onClose={() => setIsAsking(false)}
      />
    </View>
  )
}
