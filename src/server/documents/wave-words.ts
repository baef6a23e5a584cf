import type { nonResponseReasons, WaveCell, waveChannels, WaveDetail, WaveReport } from '#contract/awareness-shapes'

/** What a report on paper says: the same findings as on the screen, with the frame they were drawn from. */
export interface WaveOnPaper {
  cityName: string
  report: WaveReport
  detail: Pick<WaveDetail, 'cells' | 'expectedDesignEffect' | 'expectedResponse'>
  communityNames: ReadonlyMap<string, string>
  madeAt: Date
  isDemo: boolean
}

export const channelWords: Record<(typeof waveChannels)[number], string> = { household: '入户', intercept: '街头拦访', phone: '电话' }
export const reasonWords: Record<(typeof nonResponseReasons)[number], string> = {
  refused: '不愿参加',
  'nobody-home': '家中无人',
  'not-reached': '联系不上',
  'not-eligible': '不是调查对象',
  'broken-off': '中途停止',
  other: '其他'
}
export const sexWords: Record<WaveCell['sex'], string> = { female: '女', male: '男' }

/** 0.8937 → 89.4%. */
export const percent = (share: number) => `${(share * 100).toFixed(1)}%`
/** A bound is rounded away from the estimate, so that 89.99 % is never printed as a reached 90 %. */
export const lowPercent = (share: number) => `${(Math.floor(share * 1000 + 1e-9) / 10).toFixed(1)}%`
export const highPercent = (share: number) => `${(Math.ceil(share * 1000 - 1e-9) / 10).toFixed(1)}%`
export const rangeWords = ({ low, high }: { low: number; high: number }) => `${lowPercent(low)}～${highPercent(high)}`

/** A change in points of a hundred, with its sign. */
export const pointsWords = (difference: number) => `${difference < 0 ? '−' : '+'}${Math.abs(difference * 100).toFixed(1)} 个百分点`

/** Why it is 达标 or is not, in one sentence. */
export function verdictWords({ overall, met, target }: WaveReport): string {
  const [goal, low] = [percent(target), lowPercent(overall.low)]
  if (overall.n === 0) return '还没有人回答，什么也说不了。'
  if (met) return `全体居民真实的知晓率有 95% 的把握在 ${rangeWords(overall)}，最低处 ${low} 也不低于目标 ${goal}，所以达标。`
  if (overall.high < target) return `全体居民真实的知晓率有 95% 的把握在 ${rangeWords(overall)}，最高处也低于目标 ${goal}，所以未达标。`
  return `问到的人里答对 ${percent(overall.estimate)}，但真实的知晓率可能低到 ${low}，还不能断定够 ${goal}，所以不算达标。`
}

export function changeWords({ change }: WaveReport): string | undefined {
  if (!change) return undefined
  const { previousTitle, difference, low, high } = change
  const bounds = `95% 区间 ${pointsWords(low)} 到 ${pointsWords(high)}`
  const meaning = low > 0 ? '是真的上升。' : high < 0 ? '是真的下降。' : '也可能只是抽样的波动。'
  return `与“${previousTitle}”相比（只比两次都问过的题）：${pointsWords(difference)}，${bounds}，${meaning}`
}

export const practiceWords = ({ practice }: WaveReport): string | undefined =>
  practice && practice.n > 0
    ? `同期练习正确率 ${percent(practice.right / practice.n)}（首次作答 ${practice.n} 次）。练习的人是自己来的，它不是知晓率。`
    : undefined

/** How many people of a simple random sample the answers are worth; findings of old waves tell the design effect alone. */
export const effectiveOf = ({ n, designEffect, effectiveSize }: WaveReport['overall']) => effectiveSize ?? n / designEffect

const populationOf = (cells: readonly WaveCell[]) => cells.reduce((sum, cell) => sum + cell.population, 0)

/** Frame, sample, interval, and what 达标 means: what a statistician asks first. */
export function methodWords({ report, detail: { cells } }: WaveOnPaper): string[] {
  const { wave, overall, response, items } = report
  const communities = new Set(cells.map(cell => cell.communityId)).size
  const share = response.asked === 0 ? 0 : response.answered / response.asked
  return [
    `抽样框为 ${communities} 个社区按年龄段和性别分成的 ${cells.length} 层，共 ${populationOf(cells)} 人。样本 ${response.asked} 人按各层人口比例分配（最大余数法），每人一个一次性链接；方式为${channelWords[wave.channel]}。`,
    `每人回答同样的 ${items.length} 道题，题目不在练习中出现，每题可答“不知道”，答对不得积分。知晓率为每人答对比例的平均数；“不知道”算没有答对。`,
    `区间为 95% 的 Wilson 得分区间。同一社区的人彼此相像，按社区算得设计效应 ${overall.designEffect.toFixed(2)}；社区少时再按 t 分布放宽（Korn–Graubard），${overall.n} 份回答相当于简单随机抽样的 ${effectiveOf(overall).toFixed(1)} 份。区间的两端向外取整。`,
    `达标是指区间的下限不低于目标 ${percent(wave.target)}，不是估计值达到目标。加权估计按抽样框的人口比例还原。两次调查之差用 Newcombe 区间。应答率 ${percent(share)}；没有应答的人可能与应答的人不同，读数时请一并考虑。`
  ]
}
