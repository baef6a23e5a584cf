import type { Source, TopicKnowledge } from '#contract/quiz-shapes'
import type { DrawReason, QuestionType, QuizMode } from '#contract/quiz-states'
import type { IconName } from '#app/components/icon-names'

export const modeWords: Record<QuizMode, string> = {
  daily: '每日一练',
  topic: '专题练习',
  mistakes: '练错题',
  challenge: '挑战答题',
  contest: '知识竞赛'
}

/** The type of a question, and what to do with it. */
export const typeWords: Record<QuestionType, { word: string; hint: string }> = {
  single: { word: '单选', hint: '选一个' },
  multiple: { word: '多选', hint: '把对的都选上' },
  'true-false': { word: '判断', hint: '选一个' },
  order: { word: '排序', hint: '按先后一个个点' },
  bins: { word: '归类', hint: '给每一项选一格' },
  fill: { word: '填空', hint: '写出空格里的字或数' }
}

export const reasonWords: Record<DrawReason, string | undefined> = {
  due: '温习',
  new: '新知识',
  weak: '大家常错',
  topic: undefined,
  mistake: '错题',
  challenge: undefined,
  contest: undefined
}

const topicIcons: readonly (readonly [RegExp, IconName])[] = [
  [/交通/, 'conduct'],
  [/尊老|爱幼|无障碍/, 'heart'],
  [/邻里|公共秩序/, 'people'],
  [/权利|参与/, 'flag'],
  [/上网|反诈/, 'phone'],
  [/国旗|国歌|英烈/, 'star'],
  [/消防|安全/, 'shield'],
  [/价值观|道德/, 'bulb'],
  [/志愿/, 'volunteer'],
  [/健康|控烟/, 'greenery'],
  [/垃圾|环境/, 'bin'],
  [/节约/, 'lamp'],
  [/犬|动物/, 'home']
]

export const iconForQuizTopic = (topic: string): IconName => topicIcons.find(([words]) => words.test(topic))?.[1] ?? 'quiz'

const LEARNED_MOSTLY = 0.7

export interface MemoryWords {
  word: string
  tone: 'good' | 'info' | 'wait'
  /** Learnt of all, 0 to 100, 100 only where all is; absent where nothing was asked yet. */
  percent?: number
}

/** How much of a topic is learnt. What is due again is something to freshen up, never a fault. */
export function memoryWords({
  learnedCount,
  factCount,
  seenCount
}: Pick<TopicKnowledge, 'learnedCount' | 'factCount' | 'seenCount'>): MemoryWords {
  if (seenCount === 0 || factCount === 0) return { word: '还没练过', tone: 'info' }
  const share = learnedCount / factCount
  const word = learnedCount === factCount ? '都学会了' : `学会 ${learnedCount} 条`
  return { word, tone: share >= LEARNED_MOSTLY ? 'good' : 'info', percent: Math.floor(share * 100) }
}

/** Where it is written: 《道路交通安全法》第三十八条. */
export const sourceWords = ({ law, article }: Pick<Source, 'law' | 'article'>) => `${law.startsWith('《') ? law : `《${law}》`}${article}`

/** The result in words, kind whatever the number. */
export function scoreWords(mode: QuizMode, score: number, total: number): { title: string; line: string } {
  if (mode === 'challenge') return challengeWords(score)
  if (score === total) return { title: `${total} 道全对`, line: '都记在心里了。' }
  if (score * 2 >= total) return { title: `答对 ${score} 道，共 ${total} 道`, line: '答错的题过几天会再出现，下次就记住了。' }
  return { title: `答对 ${score} 道，共 ${total} 道`, line: '看过一遍解释，就比刚才多知道一些。' }
}

const challengeWords = (score: number) =>
  score === 0
    ? { title: '这一题有点难', line: '看看解释，下回就会了。随时再来。' }
    : { title: `一口气答对 ${score} 道`, line: '每次的题都不一样，随时再来。' }

/** What was earned. Nothing earned says why, in terms of learning. */
export function earnedWords(points: number, today: { pointsToday: number; pointsTodayMax?: number } | undefined): string {
  const isFull = today?.pointsTodayMax !== undefined && today.pointsToday >= today.pointsTodayMax
  if (points > 0) return isFull ? `得了 ${points} 积分，今天的答题积分已满` : `得了 ${points} 积分`
  if (isFull) return '今天的答题积分已满，多答的都是自己的本事'
  return '这一组没有积分：该温习的题和新题答对了才记分'
}

/** A row of days, told only where there is one. */
export const streakWords = (days: number): string | undefined => (days > 1 ? `连着练了 ${days} 天` : undefined)

/** What the daily five will be about, or what comes after them. */
export function dailyLine(dueCount: number, isDone: boolean): string {
  if (!isDone) return dueCount > 0 ? `有 ${dueCount} 条知识快忘了，先从它们温习。` : '五道题，两分钟左右。'
  return dueCount > 0 ? `还有 ${dueCount} 条到了温习的时候，今天练、明天练都行。` : '该温习的都温习了，明天再来看新的。'
}

export const pointsTodayWords = (pointsToday: number, pointsTodayMax?: number): string | undefined => {
  if (pointsToday === 0) return undefined
  if (pointsTodayMax === undefined) return `今天答题得了 ${pointsToday} 积分`
  return pointsToday >= pointsTodayMax ? '今天的答题积分已满' : `今天答题得了 ${pointsToday} 积分，最多 ${pointsTodayMax}`
}

/** What waits tomorrow, said kindly. */
export const tomorrowWords = (count: number) => `明天有 ${count} 个知识点要温习`
