import { View } from '@tarojs/components'
import { useState } from 'react'
import type { StaffRedemption } from '#contract/points-shapes'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { useAct } from '#app/features/organising/use-act'
import { ChoiceField } from '#app/components/choice-field.tsx'
import { call } from '#app/platform/call-operation'
import { newKey } from '#app/platform/outbox'
import { canScanOnSite, scanOnSite } from '#app/platform/scan'
import { useAsked } from '#app/platform/use-asked'
import '#app/features/organising/sheet-form.scss'

const consents = [
  { value: 'said-so', word: '当面同意' },
  { value: 'signed', word: '签了字' }
] as const
type Consent = (typeof consents)[number]['value']

const readRewards = async () => (await call.points.listManagedRewards({ state: 'open' })).rewards.map(({ reward }) => reward)

interface Props {
  onDone: (redemption: StaffRedemption) => void
  onClose: () => void
}

/** For somebody who brings a paper card instead of a phone: what they want, their card, and that they agreed. */
export function RedeemForSheet({ onDone, onClose }: Props) {
  const rewards = useAsked(readRewards, [])
  const [rewardId, setRewardId] = useState<string | undefined>(undefined)
  const [cardCode, setCardCode] = useState('')
  const [consent, setConsent] = useState<Consent>('said-so')
  const [idempotencyKey] = useState(() => newKey('redeem-for'))
  const { isActing, fault, refused, say, act } = useAct()
  const chosen = rewards.value?.find(reward => reward.rewardId === rewardId)
  const scan = async () => {
    const text = await scanOnSite()
    if (text) setCardCode(text)
  }
  const send = async () => {
    if (!rewardId) return say('选他要兑换的那一件。')
    if (cardCode.trim() === '') return say('扫他的纸质卡，或把卡上的码输进来。')
    await act(async () =>
      onDone(await call.points.redeemForPerson({ rewardId, quantity: 1, cardCode: cardCode.trim(), consent, idempotencyKey }))
    )
  }
  const words =
    refused?.code === 'not-enough-points'
      ? '他的积分不够兑这一件。'
      : refused?.code === 'not-found'
        ? '没认出这张卡。卡丢过重办的，旧卡就不能用了。'
        : fault
  return (
    <BottomSheet isOpen onClose={onClose} title="用纸质卡兑换">
      <ChoiceField
        label="兑换什么"
        choices={(rewards.value ?? []).map(({ rewardId: value, title, price, stockLeft }) => ({
          value,
          word: `${title} · ${price} 分 · 剩 ${stockLeft}`
        }))}
        value={rewardId}
        onChange={setRewardId}
      />
      <TextField label="纸质卡上的码" value={cardCode} onChange={setCardCode} lengthMax={200} />
      {canScanOnSite() && (
        <View className="sheet-form__under">
          <Button word="扫他的卡" icon="scan" look="quiet" isNarrow onPress={() => void scan()} />
        </View>
      )}
      <View className="sheet-form__gap" />
      <View className="sheet-form__label">他怎么同意的</View>
      <Segmented label="他怎么同意的" options={consents} value={consent} onChange={setConsent} />
      <View className="sheet-form__sentence">
        {chosen ? `从他的积分里用 ${chosen.price} 分，当场交给他。这一笔会记下是你替他办的。` : '替别人兑换会记下是谁办的、他怎么同意的。'}
      </View>
      <ActFault fault={words} />
      <View className="sheet-form__foot">
        <Button word="兑换并交付" isLoading={isActing} onPress={() => void send()} />
      </View>
    </BottomSheet>
  )
}
