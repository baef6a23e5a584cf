import type { nonResponseReasons } from '#contract/awareness-shapes'
import type { Interview, interviewSigns } from '#contract/quizzes-fielding'
import { Refused } from '#app/platform/refused'
import { ageBandWords, nonResponseWords, sexWords } from '#app/words/awareness'
import { wordsForError } from '#app/words/refusals'
import { momentWords } from '#app/words/time-words'

export type Reason = (typeof nonResponseReasons)[number]

/** Whom to look for: 女，30–44 岁. */
export const whomWords = ({ ageBand, sex }: Pick<Interview, 'ageBand' | 'sex'>) => `${sexWords[sex]}，${ageBandWords[ageBand]}`

/** What each reason means to whoever stands at the door. */
export const reasonLines: Record<Reason, string> = {
  'nobody-home': '换个时间再来',
  'not-reached': '电话没接，或门牌找不到',
  'broken-off': '开始了，没答完',
  refused: '谢谢他，不再打扰',
  'not-eligible': '年龄、性别对不上，或不住这里',
  other: '写一句，以后看得懂'
}

/** One attempt as the next visitor reads it: 昨天 19:10 没人在家. */
export const attemptWords = ({ attemptedAt, reason, note }: Interview['attempts'][number], now: Date) =>
  `${momentWords(attemptedAt, now)} ${nonResponseWords[reason]}${note ? `（${note}）` : ''}`

export const signWords: Record<(typeof interviewSigns)[number], { word: string; line: string }> = {
  quick: { word: '明显偏快', line: '中位用时不到大家的一半' },
  'never-unknown': { word: '没有不知道', line: '十户以上没有一个“不知道”' }
}

const MINUTE_SECONDS = 60

/** 45 秒, 1 分 46 秒 */
export const secondsWords = (seconds: number) => {
  const whole = Math.round(seconds)
  if (whole < MINUTE_SECONDS) return `${whole} 秒`
  const rest = whole % MINUTE_SECONDS
  return `${Math.floor(whole / MINUTE_SECONDS)} 分${rest > 0 ? ` ${rest} 秒` : ''}`
}

export const shareWords = (share: number) => `${Math.round(share * 100)}%`

const refused: Partial<Record<string, string>> = {
  'token-used': '这一户已经自己用链接答过了，以他自己的为准。谢谢你跑这一趟。',
  'move-not-allowed': '这次调查已经结束，这一份没能算进去。谢谢你。',
  'not-found': '这一户不在你名下了，可能办公室收回了。',
  'over-limit': '手里的户数够多了，或这一户去过四次了。先办完手里的。'
}

/** Refusals that mean something of their own to an interviewer. */
export const wordsForInterview = (error: unknown): string =>
  (error instanceof Refused ? refused[error.code] : undefined) ?? wordsForError(error)
