import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MyShift } from '#contract/volunteering-shapes'
import type { PresencePhase } from '#contract/volunteering-states'
import { Button } from '#app/components/button.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Section } from '#app/components/section.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { SwitchMark } from '#app/components/switch-mark.tsx'
import { ArrivalDone, ArrivalRefused, refusedSentence } from '#app/features/volunteering/arrival-result.tsx'
import { DigitsSheet } from '#app/features/volunteering/digits-sheet.tsx'
import { DisputeSheet } from '#app/features/volunteering/dispute-sheet.tsx'
import { arrivalButton, standingChip, standingSentence } from '#app/features/volunteering/my-shift-words'
import { PositionSheet } from '#app/features/volunteering/position-sheet.tsx'
import { spanWords, stepOf } from '#app/features/volunteering/shift-rules'
import { useProof, type Proof } from '#app/features/volunteering/use-proof'
import { useIsOnline } from '#app/platform/network'
import { usePolite } from '#app/platform/use-polite'
import './arrive-view.scss'

interface Props {
  mine: MyShift
  now: Date
  onChange: () => Promise<unknown>
  onShowCode: () => void
}

const phaseWords: Record<PresencePhase, string> = { in: '签到', midway: '确认', out: '签退' }

function Head({ mine, now }: Pick<Props, 'mine' | 'now'>) {
  return (
    <View className="arrive-view__head">
      <View className="arrive-view__title" role="heading" aria-level={1}>
        {mine.title}
      </View>
      <View className="arrive-view__line">{spanWords(mine.shift, now)}</View>
      <View className="arrive-view__line">{[mine.communityName, mine.meetingPlace, mine.shift.position].filter(Boolean).join(' · ')}</View>
      <View className="arrive-view__chip">
        <StateChip {...standingChip(mine)} />
      </View>
    </View>
  )
}

/** The other ways to the same end, and what goes along. */
function OtherWays({ proof, onDigits, onShowCode }: { proof: Proof; onDigits: () => void; onShowCode: () => void }) {
  const { isShared = false, choose } = proof.position
  return (
    <Section title="也可以这样">
      <ListGroup>
        <ListRow icon="me" title="出示我的码" line="请工作人员扫，最稳当" onPress={onShowCode} />
        {proof.canScan && <ListRow icon="textsize" title="输 8 位数字" line="扫不了的时候用" onPress={onDigits} />}
        <ListRow
          icon="locate"
          title="带上位置"
          line="证明等级更高；不带也能签"
          role="switch"
          isSelected={isShared}
          end={<SwitchMark isOn={isShared} />}
          onPress={() => choose(!isShared)}
        />
      </ListGroup>
    </Section>
  )
}

type Way = 'scan' | 'digits'

interface ProveProps {
  phase: PresencePhase
  word: string
  proof: Proof
  /** The shift has not begun. */
  isEarly: boolean
  onShowCode: () => void
}

/** One big button for the phase that is due, the question about the position before the first time, and the ways around. */
function Prove({ phase, word, proof, isEarly, onShowCode }: ProveProps) {
  const [asksPosition, setAsksPosition] = useState(false)
  const [isTyping, setIsTyping] = useState(false)
  const isOnline = useIsOnline()
  const refused = proof.outcome?.kind === 'refused' ? proof.outcome : undefined
  const way: Way = proof.canScan ? 'scan' : 'digits'
  const start = (isShared: boolean | undefined) => {
    if (isShared === undefined) return setAsksPosition(true)
    setAsksPosition(false)
    if (way === 'digits') setIsTyping(true)
    else void proof.scan(phase, isShared)
  }
  const choose = (isShared: boolean) => {
    proof.position.choose(isShared)
    start(isShared)
  }
  // The sheet stays until the digits were right: they change every 15 seconds, and a slip is put right in place.
  const type = (digits: string) => {
    void proof.prove(phase, { digits }, proof.position.isShared ?? false)
  }
  return (
    <View>
      <View className="arrive-view__big">
        <Button
          word={way === 'scan' ? word : `输数字${phaseWords[phase]}`}
          icon={way === 'scan' ? 'scan' : 'edit'}
          isLoading={proof.isSending}
          onPress={() => start(proof.position.isShared)}
        />
      </View>
      {!isOnline && (
        <Notice tone="wait" icon="offline">
          没有网络，手机签不了。请工作人员扫你的纸质卡，或在名单上找你，他们的手机没网也能记。
        </Notice>
      )}
      {phase === 'out' && isEarly && (
        <Notice tone="wait" icon="clock">
          时段还没开始。现在签退就算走了，之后不能再签到，这一次可能没有时长。
        </Notice>
      )}
      {refused && !isTyping && <ArrivalRefused outcome={refused} />}
      <OtherWays proof={proof} onDigits={() => setIsTyping(true)} onShowCode={onShowCode} />
      <PositionSheet isOpen={asksPosition} onClose={() => setAsksPosition(false)} onChoose={choose} />
      <DigitsSheet
        isOpen={isTyping}
        word={phaseWords[phase]}
        isSending={proof.isSending}
        fault={refused && refusedSentence(refused)}
        onClose={() => setIsTyping(false)}
        onDigits={type}
      />
    </View>
  )
}

const phases: readonly PresencePhase[] = ['in', 'midway', 'out']
const mayDispute = (mine: MyShift, step: string) =>
  step === 'missed' || mine.signUp.attendance === 'open_checkout' || mine.signUp.attendance === 'revoked'

/** On site: what is due now for one shift of mine. */
export function ArriveView({ mine, now, onChange, onShowCode }: Props) {
  const polite = usePolite()
  const proof = useProof(mine.shift.shiftId, onChange)
  const [disputed, setDisputed] = useState<string | undefined>(undefined)
  // Who has confirmed, or has to go, checks out even while the prompt is still open.
  const [isLeaving, setIsLeaving] = useState(false)
  const step = stepOf(isLeaving ? { ...mine, isMidwayOpen: false } : mine, now)
  const phase = phases.find(known => known === step)
  const word = arrivalButton[step]
  const leave = () => {
    setIsLeaving(true)
    proof.forget()
  }
  // The button to leave does not stand where the thumb has just checked in.
  const isEarly = Date.parse(mine.shift.startsAt) > now.getTime()
  const isJustDone = proof.outcome?.kind === 'done'
  return (
    <View className="arrive-view">
      <Head mine={mine} now={now} />
      {proof.outcome?.kind === 'done' ? (
        <ArrivalDone outcome={proof.outcome} checkedInAt={mine.checkedInAt} />
      ) : (
        <View className="arrive-view__sentence">{polite(standingSentence(isLeaving ? { ...mine, isMidwayOpen: false } : mine, now))}</View>
      )}
      {isJustDone && phase && <Button word="我要签退" look="quiet" onPress={leave} />}
      {!isJustDone && phase && word && (
        <Prove key={phase} phase={phase} word={word} proof={proof} isEarly={isEarly} onShowCode={onShowCode} />
      )}
      {!isJustDone && phase === 'midway' && (
        <View className="arrive-view__leave">
          <Button word="要走了，去签退" look="quiet" onPress={leave} />
        </View>
      )}
      {mayDispute(mine, step) && <Button word="说明情况" look="quiet" icon="chat" onPress={() => setDisputed(mine.shift.shiftId)} />}
      <DisputeSheet shiftId={disputed} onClose={() => setDisputed(undefined)} onSent={onChange} />
    </View>
  )
}
