import type { Contest, ContestStratum } from '#contract/quizzes-contests'
import type { ContestFault } from '#contract/quiz-states'
import type { IconName } from '#app/components/icon-names'
import { typeWords } from '#app/words/quizzes'
import { dayWords, momentWords } from '#app/words/time-words'
import { difficultyWords } from '#app/words/question-words'

/** How a contest stands for one person. */
export type ContestStanding = 'coming' | 'open' | 'going' | 'done' | 'over' | 'cancelled'

interface Words {
  word: string
  tone: 'good' | 'wait' | 'bad' | 'info'
  icon: IconName
}

export const standingWords: Record<ContestStanding, Words> = {
  coming: { word: '还没开始', tone: 'info', icon: 'calendar' },
  open: { word: '正在进行', tone: 'good', icon: 'quiz' },
  going: { word: '答到一半', tone: 'wait', icon: 'hourglass' },
  done: { word: '答完了', tone: 'good', icon: 'done' },
  over: { word: '结束了', tone: 'info', icon: 'flag' },
  cancelled: { word: '取消了', tone: 'bad', icon: 'close' }
}

/** When it is open: 今天 09:00 到 18:00, 今天 09:00 到 后天 18:00. */
export function periodWords({ opensAt, closesAt }: Pick<Contest, 'opensAt' | 'closesAt'>, now: Date): string {
  const [opens, closes] = [momentWords(opensAt, now), momentWords(closesAt, now)]
  const isOneDay = dayWords(opensAt, now) === dayWords(closesAt, now)
  return `${opens} 到 ${isOneDay ? closes.slice(closes.indexOf(' ') + 1) : closes}`
}

export const paperWords = ({ itemCount, minutes }: Pick<Contest, 'itemCount' | 'minutes'>) => `${itemCount} 题，限时 ${minutes} 分钟`

export const awardWords = ({ pointsPerRight, perPersonMax }: NonNullable<Contest['award']>) =>
  `答对一题 ${pointsPerRight} 积分，最多 ${perPersonMax} 积分`

/** 12:05, or 1:02:05 where it takes hours. */
export function clockWords(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
  const two = (count: number) => String(count).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/** 12 分 5 秒, for what is past. */
export function tookWords(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  if (minutes === 0) return `${rest} 秒`
  return rest === 0 ? `${minutes} 分` : `${minutes} 分 ${rest} 秒`
}

const MINUTE_SECONDS = 60
const HURRY_MINUTES = 5

/** Said once when time gets short, never every second. */
export function hurryWords(seconds: number): string | undefined {
  if (seconds === 0) return '时间到了。'
  if (seconds <= MINUTE_SECONDS) return '还剩不到 1 分钟。'
  return seconds <= HURRY_MINUTES * MINUTE_SECONDS ? `还剩不到 ${HURRY_MINUTES} 分钟。` : undefined
}

/** What a yes to 开始 brings about. */
export const startWords = (minutes: number, isCutShort: boolean) =>
  isCutShort
    ? `竞赛快结束了，只剩 ${minutes} 分钟。开始后马上计时，中途离开、锁屏也照走；每人只能答一次。`
    : `开始后马上计时 ${minutes} 分钟，中途离开、锁屏也照走；每人只能答一次。`

/** The result, kind whatever the number. */
export function resultWords(score: number, total: number): { title: string; line: string } {
  if (score === total) return { title: `${total} 题全对`, line: '真扎实。' }
  const title = `答对 ${score} 题，共 ${total} 题`
  return { title, line: score * 2 >= total ? '答得不错，辛苦了。' : '参加就是学习，结束后看看解释。' }
}

/** What points came of it; undefined where it gives none, or nothing is said yet. */
export function contestPointsWords({ award, mine }: Pick<Contest, 'award' | 'mine'>): string | undefined {
  if (!award || mine?.points === undefined) return undefined
  if (mine.points > 0) return `得了 ${mine.points} 积分`
  return mine.score ? '这场的积分已经发完，成绩照样算' : '这次没有积分，每日一练里也能得'
}

/** How a stratum of a paper reads: 交通文明 · 单选 · 人人该知道. */
export function stratumWords({ topic, type, difficulty }: Omit<ContestStratum, 'count'>): string {
  const parts = [topic, type && typeWords[type].word, difficulty !== undefined && difficultyWords[difficulty]].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : '什么题都行'
}

export type PlanPlace = 'title' | 'introduction' | 'opens' | 'closes' | 'minutes' | 'strata' | 'award'

/** Where in the plan a fault is put right, and how. Those of one part of the paper stand at that part. */
export const contestFaultWords: Record<ContestFault, { place: PlanPlace; sentence: string }> = {
  'closes-before-opens': { place: 'closes', sentence: '结束要晚于开始。' },
  'closes-in-past': { place: 'closes', sentence: '结束的时间已经过去，改到以后。' },
  'too-many-items': { place: 'strata', sentence: '一份卷子最多 100 题，减一些。' },
  'stratum-twice': { place: 'strata', sentence: '这一组和上面的一样，并成一组。' },
  'too-few-questions': { place: 'strata', sentence: '合适的题不够，减几题，或放宽专题、题型、难度。' },
  'too-short': { place: 'closes', sentence: '从开始到结束，还没有答题的时间长。' }
}

export const planPlaceWords: Record<PlanPlace, string> = {
  title: '名称',
  introduction: '介绍',
  opens: '开始',
  closes: '结束',
  minutes: '每人答题时间',
  strata: '出什么题',
  award: '积分'
}

/** How a contest stands for the office that plans it. */
export const deskStandingWords: Record<'draft' | 'coming' | 'open' | 'over' | 'cancelled', Words & { line: string }> = {
  draft: { word: '待发布', tone: 'wait', icon: 'inbox', line: '居民还看不到，等另一位编辑发布。' },
  coming: { word: '已发布', tone: 'info', icon: 'calendar', line: '居民看得到，到时自己开始。' },
  open: { word: '正在进行', tone: 'good', icon: 'quiz', line: '居民正在答。' },
  over: { word: '结束了', tone: 'info', icon: 'flag', line: '成绩和排名都在下面。' },
  cancelled: { word: '取消了', tone: 'bad', icon: 'close', line: '成绩不算，已经发的积分不收回。' }
}
