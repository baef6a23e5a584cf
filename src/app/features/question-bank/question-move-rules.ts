import type { QuestionCard } from '#contract/quiz-shapes'
import { questionMoves, type QuestionMove } from '#contract/quiz-states'

export interface QuestionAct {
  move: QuestionMove
  word: string
  /** The key that does it on a desktop. */
  key: string
  look: 'primary' | 'quiet' | 'danger'
  /** What follows from it. */
  sentence: string
  done: string
}

type Look = Omit<QuestionAct, 'move'>
type Standing = Pick<QuestionCard, 'state' | 'isMine' | 'isFactSuspended' | 'returned'>

const acts: Record<string, Look> = {
  'draft reviewed': { word: '通过', key: 't', look: 'primary', sentence: '题干、答案和出处都核对过了？通过后就能启用。', done: '通过了' },
  'draft draft': { word: '退回', key: 'r', look: 'quiet', sentence: '退回给写的人改，写上要改哪里。', done: '退回了' },
  'draft retired': { word: '不要了', key: 'x', look: 'danger', sentence: '这道题不再用，写的人会看到原因。', done: '不再用了' },
  'reviewed draft': { word: '退回', key: 'r', look: 'quiet', sentence: '退回去再改，写上要改哪里。', done: '退回了' },
  'reviewed active': { word: '启用', key: 'q', look: 'primary', sentence: '启用后，居民马上会答到这道题。', done: '启用了' },
  'active suspended': { word: '停用', key: 's', look: 'quiet', sentence: '先不问了。已经抽到的人答完为止，不影响记录。', done: '停用了' },
  'suspended active': { word: '恢复', key: 'h', look: 'primary', sentence: '恢复后，居民马上又会答到。', done: '恢复了' },
  'active retired': { word: '不再用', key: 'x', look: 'danger', sentence: '以后不会再问，答过的记录都在。', done: '不再用了' },
  'suspended retired': { word: '不再用', key: 'x', look: 'danger', sentence: '以后不会再问，答过的记录都在。', done: '不再用了' }
}

const lookOf = ({ from, to }: QuestionMove): Look =>
  acts[`${from} ${to}`] ?? { word: to, key: '', look: 'quiet', sentence: '', done: '好了' }

/** What a suspended fact teaches is no longer the law: nothing that hangs on it is reviewed or opened. */
const isHeldByFact = ({ to }: QuestionMove, { isFactSuspended }: Standing) => isFactSuspended && (to === 'reviewed' || to === 'active')

/** The moves of the table that start where the question stands; what needs a second person is not offered to who wrote it. */
export function actsOf(standing: Standing): QuestionAct[] {
  const { state, isMine } = standing
  return questionMoves
    .filter(move => move.from === state && !(move.needsSecond && isMine) && !isHeldByFact(move, standing))
    .map(move => ({ move, ...lookOf(move) }))
}

/** Why there is no button for what comes next. */
export function heldSentence({ state, isMine, isFactSuspended, returned }: Standing): string | undefined {
  if (state === 'retired') return undefined
  if (isFactSuspended) return '它的知识点停用了，现在不问。知识点恢复后再审、再用。'
  // It waits for its author, who is told so in words of their own.
  if (returned) return undefined
  if (!isMine || !questionMoves.some(move => move.from === state && move.needsSecond)) return undefined
  return state === 'draft' ? '这一版是你写的，要由另一位编辑来审。' : '这一版是你写的，要由另一位编辑来恢复。'
}

/** Retired questions are only looked at. */
export const mayWrite = ({ state }: Pick<QuestionCard, 'state'>) => state !== 'retired'
