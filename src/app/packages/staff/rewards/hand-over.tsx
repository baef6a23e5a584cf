import { View } from '@tarojs/components'
import { useState } from 'react'
import type { StaffRedemption } from '#contract/points-shapes'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Section } from '#app/components/section.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { useAct } from '#app/features/organising/use-act'
import { RedeemForSheet } from '#app/packages/staff/rewards/redeem-for-sheet.tsx'
import { call } from '#app/platform/call-operation'
import { touch } from '#app/platform/feedback'
import { canScanOnSite, scanOnSite } from '#app/platform/scan'
import './hand-over.scss'

const CODE_LENGTH_MAX = 120

/** What is said of a code that does not open anything here. */
const refusedWords: Partial<Record<string, string>> = {
  'code-used': '这一件已经领走了，不能再领一次。',
  'code-expired': '这个码过了时间，请他打开手机上的新码再扫。',
  'not-found': '没认出这个码，或者不归你这里领。',
  'same-person': '自己的东西请别的同事来交付。'
}

const spoken = ({ title, quantity, maskedName }: StaffRedemption) =>
  `${maskedName}：${quantity > 1 ? `${title} × ${quantity}` : title}，交给他吧`

/** Scans what somebody shows and hands it over, once. Where there is no camera the code is pasted; without a phone a paper card is enough. */
export function HandOver({ onDone }: { onDone: () => void }) {
  const [typed, setTyped] = useState('')
  const [given, setGiven] = useState<StaffRedemption | undefined>(undefined)
  const [isForPerson, setIsForPerson] = useState(false)
  const { isActing, fault, refused, act } = useAct()
  const canScan = canScanOnSite()
  const take = async (code: string) => {
    setGiven(undefined)
    const isDone = await act(async () => setGiven(await call.points.fulfilRedemption({ code: code.trim() })))
    if (!isDone) return
    touch()
    setTyped('')
    onDone()
  }
  const scan = async () => {
    const code = await scanOnSite()
    if (code) await take(code)
  }
  return (
    <Section title="交给来领的人">
      <Card>
        {canScan && <Button word="扫领取码" icon="scan" isLoading={isActing} onPress={() => void scan()} />}
        <View className={canScan ? 'hand-over__typed hand-over__typed--below' : 'hand-over__typed'}>
          <View className="hand-over__field">
            <TextField label="粘贴领取码" value={typed} onChange={setTyped} lengthMax={CODE_LENGTH_MAX} onSubmit={() => void take(typed)} />
          </View>
          <Button
            word="交付"
            look={canScan ? 'quiet' : 'primary'}
            isNarrow
            isLoading={isActing}
            isDisabled={typed.trim() === ''}
            onPress={() => void take(typed)}
          />
        </View>
        <ActFault fault={(refused && refusedWords[refused.code]) ?? fault} />
        {given && (
          <Notice tone="good" icon="done">
            {spoken(given)}
          </Notice>
        )}
        <View className="hand-over__card">
          <Button word="他没带手机，用纸质卡兑换" icon="people" look="quiet" onPress={() => setIsForPerson(true)} />
        </View>
      </Card>
      {isForPerson && (
        <RedeemForSheet
          onClose={() => setIsForPerson(false)}
          onDone={redemption => {
            setIsForPerson(false)
            setGiven(redemption)
            onDone()
          }}
        />
      )}
    </Section>
  )
}
