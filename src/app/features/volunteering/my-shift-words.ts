import type { MyShift } from '#contract/volunteering-shapes'
import { checkInOpensAt, stepOf, type ArrivalStep } from '#app/features/volunteering/shift-rules'
import { countdownWords, momentWords } from '#app/words/time-words'
import { attendanceWords, calledOffWords, signUpWords } from '#app/words/volunteering'

/** Why, in the words of whoever decided it; nothing where they gave none. */
export const reasonWords = (reason: string | undefined) => (reason ? `原因：${reason}` : '')
const positionWords = (position: number | undefined) => (position ? `你排在第 ${position} 位。` : '')

/** What a volunteer should know about this shift of theirs now, and what to do. */
export function standingSentence(mine: MyShift, now: Date): string {
  const { shift, signUp, checkedInAt } = mine
  const sentences: Record<ArrivalStep, () => string> = {
    offer: () => signUpWords.offered.sentence,
    waiting: () => positionWords(signUp.position) + signUpWords[signUp.state].sentence,
    coming: () => `${countdownWords(shift.startsAt, now)}。签到从${momentWords(checkInOpensAt(shift.startsAt), now)} 开始。`,
    in: () => '可以签到了。到了现场，用工作人员屏幕上的码或 8 位数字签到。',
    midway: () => '现场正在确认谁在，扫一下或输一下数字就好。',
    out: () => `${checkedInAt ? `${momentWords(checkedInAt, now)} 已签到。` : '已签到。'}走之前记得签退，没有签退不算时长。`,
    served: () => attendanceWords[signUp.attendance].sentence + reasonWords(signUp.reason),
    missed: () => signUpWords.no_show.sentence,
    gone: () => (shift.isCancelled ? calledOffWords : signUpWords[signUp.state]).sentence + reasonWords(signUp.reason)
  }
  return sentences[stepOf(mine, now)]()
}

/** The chip: where somebody is on site, that counts; before, the sign-up. */
export function standingChip({ signUp, shift }: MyShift) {
  if (shift.isCancelled) return chipOf(calledOffWords)
  return chipOf(signUp.attendance === 'none' ? signUpWords[signUp.state] : attendanceWords[signUp.attendance])
}

const chipOf = ({ word, tone, icon }: (typeof signUpWords)[keyof typeof signUpWords]) => ({ word, tone, icon })

/** The word on the one big button, where there is something to do on site. */
export const arrivalButton: Partial<Record<ArrivalStep, string>> = { in: '扫码签到', midway: '中途确认', out: '扫码签退' }

/** The same where the button only leads to the page on which one proves to be there. */
export const arrivalLink: Partial<Record<ArrivalStep, string>> = { in: '去签到', midway: '去确认', out: '去签退' }
