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

interface Kept {
  redemptionId: string
  keptUntil: string | undefined
}

/**
 * Two taps: the first keeps the reward for a quarter of an hour, the second confirms. Who thinks better of it gives it back at once;
 * who loses the network in between finds it under their redemptions.
 */
export function useRedeeming(reward: Reward | undefined, onChange: () => Promise<unknown>) {
  const [sheet, setSheet] = useState<Sheet | undefined>(undefined)
  const [kept, setKept] = useState<Kept | undefined>(undefined)
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

  const keep = () =>
    attempt(async () => {
      if (!reward || !(await requireSignIn(here()))) return
      const question = `${reward.rewardId} ${quantity}`
      // A line that went dead asks the same again, so that nothing is kept twice.
      if (key.current?.question !== question) key.current = { question, value: newKey('redeem') }
      const asked = { rewardId: reward.rewardId, quantity, isReservation: true, idempotencyKey: key.current.value }
      const { redemptionId, keptUntil } = await call.points.redeemReward(asked)
      key.current = undefined
      setKept({ redemptionId, keptUntil })
      setSheet('confirm')
    })

  const confirm = () =>
    attempt(async () => {
      if (!kept) return
      await call.points.confirmRedemption({ redemptionId: kept.redemptionId })
      touch()
      setSheet(undefined)
      go(REDEMPTION_PATH, { redemptionId: kept.redemptionId })
    })

  const giveBack = () =>
    attempt(async () => {
      setSheet(undefined)
      if (kept) await call.points.cancelRedemption({ redemptionId: kept.redemptionId })
      setKept(undefined)
    })

  return { sheet, kept, quantity, setQuantity, isSending, keep, confirm, giveBack, close: () => setSheet(undefined) }
}

export type Redeeming = ReturnType<typeof useRedeeming>
