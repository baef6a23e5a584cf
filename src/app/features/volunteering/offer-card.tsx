import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MyShift } from '#contract/volunteering-shapes'
import { Button } from '#app/components/button.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { Icon } from '#app/components/icon.tsx'
import { spanWords } from '#app/features/volunteering/shift-rules'
import { call } from '#app/platform/call-operation'
import { touch } from '#app/platform/feedback'
import { toast } from '#app/platform/toast'
import { usePolite } from '#app/platform/use-polite'
import { wordsForError } from '#app/words/refusals'
import { countdownWords, deadlineWords } from '#app/words/time-words'
import './offer-card.scss'

interface Props {
  mine: MyShift
  now: Date
  onAnswered: () => Promise<unknown>
}

/** A freed seat that is kept for me until its deadline. */
export function OfferCard({ mine, now, onAnswered }: Props) {
  const polite = usePolite()
  const [isSending, setIsSending] = useState<boolean | undefined>(undefined)
  const [asksAgain, setAsksAgain] = useState(false)
  const { shift, signUp, title, communityName } = mine
  const answer = async (accept: boolean) => {
    setIsSending(accept)
    try {
      await call.volunteering.respondToOffer({ shiftId: shift.shiftId, accept })
      touch()
      toast(accept ? '名额是你的了' : '已让给下一位，谢谢')
    } catch (error) {
      toast(wordsForError(error))
    } finally {
      setIsSending(undefined)
      setAsksAgain(false)
      await onAnswered()
    }
  }
  return (
    <View className="offer-card" role="region" aria-label="有名额了">
      <View className="offer-card__head">
        <Icon name="bell" size={20} />
        <View className="offer-card__title">
          {polite('有名额了，给你留到')}
          {signUp.offerUntil ? deadlineWords(signUp.offerUntil, now).replace(/ 前$/, '') : '今天'}
        </View>
      </View>
      <View className="offer-card__name">{title}</View>
      <View className="offer-card__line">
        {spanWords(shift, now)} · {communityName}
      </View>
      {signUp.offerUntil && <View className="offer-card__line">{countdownWords(signUp.offerUntil, now)}，过时自动让给下一位</View>}
      <View className="offer-card__acts">
        <Button word="接受" isLoading={isSending === true} onPress={() => void answer(true)} />
        <Button word="让给下一位" look="quiet" isDisabled={isSending !== undefined} onPress={() => setAsksAgain(true)} />
      </View>
      <ConfirmDialog
        isOpen={asksAgain}
        title="让给下一位吗"
        sentence="让出后这个时段就不能再报了，不算临时取消。"
        confirmWord="让给下一位"
        cancelWord="再想想"
        isLoading={isSending === false}
        onConfirm={() => void answer(false)}
        onClose={() => setAsksAgain(false)}
      />
    </View>
  )
}
