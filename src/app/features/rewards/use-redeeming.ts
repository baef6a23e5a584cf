import { useRef, useState } from 'react'
import type { Reward } from '#contract/points-shapes'
import { REDEMPTION_PATH } from '#app/features/rewards/paths'
import { call } from '#app/platform/call-operation'
import { touch } from '#app/platform/feedback'
import { go, here } from '#app/platform/navigation'
import { newKey } from '#app/platform/outbox'
import { Refused } from '#app/platform/refused'
import { requireSignIn } from '#app/platform/session'
import { toast } from '#app/platform/toast'
import { wordsForError } from '#app/words/refusals'

type Sheet = 'confirm' | 'consent'

/**
 * Two taps: the first asks, the second takes the reward. Nothing is held before the answer, so whoever turns back, leaves the page or loses
 * the network in between still has every point.
 */
export function useRedeeming(reward: Reward | undefined, onChange: () => Promise<unknown>) {
  const [sheet, setSheet] = useState<Sheet | undefined>(undefined)
  const [quantity, setQuantity] = useState(1)
  const [isSending, setIsSending] = useState(false)
  const key = useRef<{ question: string; value: string } | undefined>(undefined)

  const attempt = async (act: () => Promise<void>) => {
    setIsSending(true)
    try {
      await act()
    } catch (error) {
      if (error instanceof Refused) key.current = undefined
      if (error instanceof Refused && error.code === 'consent-needed') setSheet('consent')
      else {
        setSheet(undefined)
        toast(wordsForError(error))
      }
    } finally {
      setIsSending(false)
      await onChange()
    }
  }

  const ask = async () => {
    if (await requireSignIn(here())) setSheet('confirm')
  }

  const confirm = () =>
    attempt(async () => {
      if (!reward) return
      const question = `${reward.rewardId} ${quantity}`
      // A line that went dead asks the same again, so that nothing is taken twice.
      if (key.current?.question !== question) key.current = { question, value: newKey('redeem') }
      const asked = { rewardId: reward.rewardId, quantity, idempotencyKey: key.current.value }
      const { redemptionId } = await call.points.redeemReward(asked)
      key.current = undefined
      touch()
      setSheet(undefined)
      go(REDEMPTION_PATH, { redemptionId })
    })

  return { sheet, quantity, setQuantity, isSending, ask, confirm, close: () => setSheet(undefined) }
}

export type Redeeming = ReturnType<typeof useRedeeming>
