import type { RefusalCode } from '#contract/refusals'
import type { MyShift } from '#contract/volunteering-shapes'
import type { Skill } from '#contract/volunteering-states'
import { ageWords, spanWords } from '#app/features/volunteering/shift-rules'
import { wordsForError } from '#app/words/refusals'
import { dayWords, momentWords } from '#app/words/time-words'
import { skillWords } from '#app/words/volunteering'
import { Refused } from '#app/platform/refused'

/** The way on after a refused sign-up. */
export type JoinWayOn = 'profile' | 'other-shift' | 'appeal' | 'others' | 'my-shifts' | 'again'

const waysOn: Partial<Record<RefusalCode | 'unexpected', JoinWayOn>> = {
  'profile-needed': 'profile',
  'guardian-needed': 'profile',
  'skill-needed': 'profile',
  'overlapping-shift': 'other-shift',
  'cool-down': 'appeal',
  'already-joined': 'my-shifts',
  'too-young': 'others',
  'too-old': 'others',
  'shift-closed': 'others',
  'shift-not-found': 'others',
  'activity-not-published': 'others',
  'sign-up-after-start': 'others'
}

export const wayOnAfter = (error: unknown): JoinWayOn => (error instanceof Refused && waysOn[error.code]) || 'again'

type Data = Record<string, unknown>
const textIn = (data: Data, name: string) => (typeof data[name] === 'string' ? data[name] : undefined)
const numberIn = (data: Data, name: string) => (typeof data[name] === 'number' ? data[name] : undefined)

function overlapSentence(data: Data, now: Date): string | undefined {
  const [title, startsAt, endsAt] = [textIn(data, 'title'), textIn(data, 'startsAt'), textIn(data, 'endsAt')]
  if (!title || !startsAt || !endsAt) return undefined
  return `${spanWords({ startsAt, endsAt }, now)} 你已经报了“${title}”，两个赶不过来（路上留 15 分钟）。`
}

function coolDownSentence(data: Data, now: Date): string | undefined {
  const [until, faultCount, signUpCount] = [textIn(data, 'until'), numberIn(data, 'faults'), numberIn(data, 'signUps')]
  if (!until || faultCount === undefined) return undefined
  const rate = signUpCount ? `最近 90 天报名 ${signUpCount} 次，其中 ${faultCount} 次临时取消或没到。` : ''
  return `${rate}到${dayWords(until, now)}为止，一次只能报一个时段。有原因可以说明，社区会看。`
}

const ageSentence = (data: Data) => {
  const age = ageWords({ minAge: numberIn(data, 'minAge'), maxAge: numberIn(data, 'maxAge') })
  return age && `这个时段要 ${age}，按活动那天算。看看适合你的其他活动。`
}

function skillSentence(data: Data): string | undefined {
  const needed = Array.isArray(data.neededSkills) ? (data.neededSkills as Skill[]) : []
  const words = needed.map(skill => skillWords[skill]).filter(Boolean)
  return words.length ? `这个时段要会${words.join('、')}。如果你会，去资料里补上再报名。` : undefined
}

/** Why not, as exactly as the reply says it, and what instead. */
export function joinRefusalSentence(error: unknown, now: Date): string {
  const data = error instanceof Refused ? (error.data ?? {}) : {}
  const code = error instanceof Refused ? error.code : undefined
  const exact =
    (code === 'overlapping-shift' && overlapSentence(data, now)) ||
    (code === 'cool-down' && coolDownSentence(data, now)) ||
    ((code === 'too-young' || code === 'too-old') && ageSentence(data)) ||
    (code === 'skill-needed' && skillSentence(data))
  return exact || wordsForError(error)
}

/** The shift of mine the refusal speaks of. */
export function otherShiftOf(error: unknown, mine: readonly MyShift[]): MyShift | undefined {
  const data = error instanceof Refused ? (error.data ?? {}) : {}
  return mine.find(({ shift }) => shift.shiftId === data.shiftId)
}

/** After a sign-up went through: the result, then the next step. */
export function joinedSentence(reply: { state: string; position?: number }, startsAt: string, now: Date): string {
  if (reply.state === 'waitlisted') return `这个时段满了，你排在第 ${reply.position ?? 1} 位。有人让出就按顺序给你留着，打开同创就能看到。`
  if (reply.state === 'pending') return '已收到，名额先为你留着。等组织者确认，打开同创就能看到。'
  return `报好了。${momentWords(startsAt, now)} 见。`
}
