import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { makeShiftCode, makeShiftDigits, secondsLeft, stepOf } from '#contract/presence-code'
import { CODE_STEP_SECONDS, type PresencePhase } from '#contract/volunteering-states'
import { QrCode } from '#app/components/qr-code.tsx'
import { spacedDigits, type DeskKit } from '#app/features/organising/desk-kit-rules'
import { useSecond } from '#app/features/organising/use-second'
import { phaseWords } from '#app/words/organising'
import './desk-code.scss'

interface Props {
  kit: DeskKit
  phase: PresencePhase
  /** Fills the screen, for a projector or a phone held up. */
  isWhole?: boolean
}

/** The code of this moment, its digits for typing, and how long it stands. Computed here, so it needs no network. */
export function DeskCode({ kit, phase, isWhole }: Props) {
  const at = new Date(useSecond().getTime() + kit.clockOffsetMilliseconds)
  const step = stepOf(at)
  const left = secondsLeft(at)
  const { secret, shiftId } = kit
  const code = useMemo(
    () => ({ text: makeShiftCode(secret, { shiftId, phase, step }), digits: makeShiftDigits(secret, { shiftId, phase, step }) }),
    [secret, shiftId, phase, step]
  )
  return (
    <View className={`desk-code${isWhole ? ' desk-code--whole' : ''}`}>
      <View className="desk-code__phase" role="heading" aria-level={2}>{`${phaseWords[phase]}码`}</View>
      <View className="desk-code__square">
        <QrCode text={code.text} label={`${phaseWords[phase]}码，用同创扫`} />
      </View>
      <View className="desk-code__under">
        <View className="desk-code__digits" aria-label={`也可以输入 ${code.digits}`}>
          {spacedDigits(code.digits)}
        </View>
        <View
          className="desk-code__ring"
          style={{ background: `conic-gradient(var(--primary) ${(left / CODE_STEP_SECONDS) * 360}deg, var(--line) 0)` }}
          role="timer"
          aria-label={`还有 ${left} 秒换码`}
        >
          <View className="desk-code__seconds">{left}</View>
        </View>
      </View>
      <View className="desk-code__line">打开同创，在“志愿”里扫码，或输入这 8 位数</View>
    </View>
  )
}
