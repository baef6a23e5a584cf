import type { OutboxEntry } from '#app/platform/outbox-queue'
import { photoFaultWords } from '#app/words/report-form'
import { refusalWords } from '#app/words/refusals'
import { outboxWords } from '#app/words/report-states'
import { momentWords } from '#app/words/time-words'

type Refusal = NonNullable<OutboxEntry['refusal']>

const clearedWords = '手机把这张照片清掉了。重新拍一张，别的都还在。'
const otherPersonWords = '这一条是另一个账号写的，换回那个账号就能发。'

const isKnown = (code: string): code is keyof typeof refusalWords => code in refusalWords

/** Why the server did not take it, and the way on. */
export function queuedRefusalWords({ code, data }: Refusal): string {
  if (data?.isCleared) return photoFaultWords(data.photoIndex, clearedWords)
  if (data?.isOtherPerson) return otherPersonWords
  return photoFaultWords(data?.photoIndex, isKnown(code) ? refusalWords[code] : refusalWords.unexpected)
}

export const queuedStandingWords = {
  sending: { word: '发送中', tone: 'info', icon: 'send', sentence: '正在发出，可以先走。' },
  queued: outboxWords.queued,
  crowded: {
    word: '待发送',
    tone: 'wait',
    icon: 'hourglass',
    sentence: '发得有点快，过几分钟再发。同创开着就会自己发，关掉了下次打开再发。'
  },
  refused: outboxWords.needsAttention
} as const

/** What happens next with one that waits; `notBefore` is when the phone tries again. */
export function queuedSentence(standing: keyof typeof queuedStandingWords, notBefore: string | undefined, now: Date): string {
  if (standing !== 'crowded' || !notBefore) return queuedStandingWords[standing].sentence
  return `发得有点多，${momentWords(notBefore, now)} 以后再发。同创开着就会自己发，关掉了下次打开再发。`
}

/** One that waited and has gone out. */
export const justSentWords = (number: string) => `已发出，编号 ${number}`

export const queuedActWords = {
  send: '现在发送',
  edit: '改一改',
  'sign-in': '去登录',
  consent: '看隐私说明',
  remove: '删除'
} as const
