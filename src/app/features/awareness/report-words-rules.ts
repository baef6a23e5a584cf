import type { WaveReport } from '#contract/awareness-shapes'
import { highWords, lowWords, percentWords, pointsWords, rangeWords } from '#app/features/awareness/share-rules'

/** Why it is 达标 or is not, so that nobody takes the estimate for it. */
export function verdictWords({ overall, met, target }: Pick<WaveReport, 'overall' | 'met' | 'target'>): string {
  const goal = percentWords(target)
  if (overall.n === 0) return '还没有人回答，什么也说不了。'
  if (met)
    return `问到的人里答对 ${percentWords(overall.estimate)}。全体居民真实的知晓率，有 95% 的把握在 ${rangeWords(overall)}；最低处 ${lowWords(overall.low)} 也不低于目标 ${goal}，所以达标。`
  if (overall.high < target)
    return `问到的人里答对 ${percentWords(overall.estimate)}。全体居民真实的知晓率，有 95% 的把握在 ${rangeWords(overall)}；最高处 ${highWords(overall.high)} 也低于目标 ${goal}，所以未达标。`
  return `问到的人里答对 ${percentWords(overall.estimate)}，但只问了 ${overall.n} 人：全体居民真实的知晓率可能低到 ${lowWords(overall.low)}，还不能断定够 ${goal}，所以不算达标。`
}

/** How the change against the last wave is to be read. */
export function changeWords({ previousTitle, difference, low, high }: NonNullable<WaveReport['change']>): string {
  const meaning =
    low > 0 ? '区间整个在 0 以上，是真的上升。' : high < 0 ? '区间整个在 0 以下，是真的下降。' : '区间跨过 0，也可能只是抽样的波动。'
  return `和“${previousTitle}”比（只比两次都问过的题）：${pointsWords(difference)}，95% 区间 ${pointsWords(low)} 到 ${pointsWords(high)}。${meaning}`
}

/** What makes the interval as wide as it is. */
export function effectWords({ n, designEffect, effectiveSize, clusterCount }: WaveReport['overall']): string | undefined {
  if (n === 0 || clusterCount === undefined || effectiveSize === undefined || clusterCount < 2) return undefined
  const worth = `${n} 份回答相当于简单随机抽样的 ${effectiveSize.toFixed(effectiveSize < 10 ? 1 : 0)} 份`
  const few = clusterCount < FEW_COMMUNITIES ? `只有 ${clusterCount} 个社区，社区之间差多少很难估准，区间因此更宽。` : ''
  return `同一社区的人彼此相像（设计效应 ${designEffect.toFixed(2)}），${worth}。${few}`
}

/** With fewer, Student's t widens the interval by more than a fifth. */
const FEW_COMMUNITIES = 8

/** Of those asked, how many answered; 0 where nobody was asked. */
export const responseShare = ({ asked, answered }: { asked: number; answered: number }) => (asked === 0 ? 0 : answered / asked)
