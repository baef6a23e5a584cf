import { View } from '@tarojs/components'
import type { PresencePhase } from '#contract/volunteering-states'
import { Button } from '#app/components/button.tsx'
import { Icon } from '#app/components/icon.tsx'
import { Notice } from '#app/components/notice.tsx'
import type { ArrivalOutcome } from '#app/features/volunteering/arrival-outcome-rules'
import { SERVICE_PATH } from '#app/features/volunteering/paths'
import { replace } from '#app/platform/navigation'
import { Offline } from '#app/platform/refused'
import { usePolite } from '#app/platform/use-polite'
import { wordsForError } from '#app/words/refusals'
import { durationWords, momentWords } from '#app/words/time-words'
import './arrival-result.scss'

interface PhaseWords {
  word: string
  next: string
}

const doneWords: Record<PresencePhase, PhaseWords> = {
  in: { word: '已签到', next: '去忙吧。走之前回到这里签退，没有签退不算时长。' },
  midway: { word: '已确认', next: '记下了，你在现场。走之前记得签退。' },
  out: { word: '已签退', next: '辛苦了。组织者核对后，时长先公示 3 天，再确认。' }
}

type Done = Extract<ArrivalOutcome, { kind: 'done' }>
type NotDone = Extract<ArrivalOutcome, { kind: 'refused' }>

/** What was measured; what of it counts is decided by whoever checks it. */
const stayedSentence = (checkedInAt: string, leftAt: Date) =>
  `从签到到签退 ${durationWords(Math.max(0, Math.floor((leftAt.getTime() - Date.parse(checkedInAt)) / 60_000)))}，算多少以组织者核对的为准。`

/** The moment everybody waits for: it worked, when, and what is next. */
export function ArrivalDone({ outcome, checkedInAt }: { outcome: Done; checkedInAt: string | undefined }) {
  const polite = usePolite()
  const { word, next } = doneWords[outcome.phase]
  return (
    <View className="arrival-result" role="status">
      <Icon name="done" size={64} className="arrival-result__icon" />
      <View className="arrival-result__word">{word}</View>
      <View className="arrival-result__time">{momentWords(outcome.at, outcome.at)}</View>
      {outcome.phase === 'out' && checkedInAt && (
        <View className="arrival-result__next">{polite(stayedSentence(checkedInAt, outcome.at))}</View>
      )}
      <View className="arrival-result__next">{polite(next)}</View>
      {outcome.phase === 'out' && <Button word="看我的时段" look="quiet" onPress={() => replace(SERVICE_PATH, { view: 'shifts' })} />}
    </View>
  )
}

// Checking in later could not be told from never having been there, so nothing is kept for later.
const offlineSentence = '没有网络，手机签不了，也不能过后补签。请工作人员扫你的码或纸质卡，他们的手机没网也能扫。'

const digitsWrongSentence = '数字不对，或者已经换了。看工作人员屏幕上现在的 8 位，再输一次。'

/** Why it did not work, in one sentence. */
export function refusedSentence({ error, areDigitsWrong }: NotDone): string {
  if (error instanceof Offline) return offlineSentence
  return areDigitsWrong ? digitsWrongSentence : wordsForError(error)
}

/** Why it did not work, and the other way in. */
export function ArrivalRefused({ outcome }: { outcome: NotDone }) {
  return (
    <View className="arrival-result__refused" role="alert">
      <Notice tone="bad" icon="alert">
        {refusedSentence(outcome)}
      </Notice>
    </View>
  )
}
