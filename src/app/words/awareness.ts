import type { ageBands, nonResponseReasons, sexes, Stratum, Wave, waveChannels, waveStates } from '#contract/awareness-shapes'
import type { IconName } from '#app/components/icon-names'

interface StateWords {
  word: string
  tone: 'good' | 'wait' | 'bad' | 'info'
  icon: IconName
  /** What comes next. */
  line: string
}

export const waveStateWords: Record<(typeof waveStates)[number], StateWords> = {
  planned: { word: '已计划', tone: 'info', icon: 'edit', line: '看一遍抽样框和题目，然后抽样。' },
  sampled: { word: '已抽样', tone: 'wait', icon: 'people', line: '把链接印好或发出去，然后开始调查。' },
  fielding: { word: '调查中', tone: 'wait', icon: 'clock', line: '链接现在能用。结果要等结束后才看，免得看着数决定什么时候停。' },
  closed: { word: '已结束', tone: 'info', icon: 'check', line: '结果已经定下。看过没问题，就发布。' },
  reported: { word: '已发布', tone: 'good', icon: 'done', line: '这份报告不会再变。' }
}

export const channelWords: Record<(typeof waveChannels)[number], string> = { household: '入户', intercept: '街头', phone: '电话' }

export const sexWords: Record<(typeof sexes)[number], string> = { female: '女', male: '男' }

export const ageBandWords: Record<(typeof ageBands)[number], string> = {
  '14-17': '14–17 岁',
  '18-29': '18–29 岁',
  '30-44': '30–44 岁',
  '45-59': '45–59 岁',
  '60-74': '60–74 岁',
  '75+': '75 岁以上'
}

export const nonResponseWords: Record<(typeof nonResponseReasons)[number], string> = {
  refused: '不愿参加',
  'nobody-home': '家中无人',
  'not-reached': '联系不上',
  'not-eligible': '不是调查对象',
  'broken-off': '中途停止',
  other: '其他'
}

/** 女 · 30–44 岁 */
export const stratumWords = ({ ageBand, sex }: Pick<Stratum, 'ageBand' | 'sex'>) => `${sexWords[sex]} · ${ageBandWords[ageBand]}`

/** 11 月 23 日 */
export function dayOfYearWords(date: string): string {
  const [, month, day] = date.split('-').map(Number)
  return `${month} 月 ${day} 日`
}

export const periodWords = ({ opensOn, closesOn }: Pick<Wave, 'opensOn' | 'closesOn'>) =>
  `${dayOfYearWords(opensOn)}至 ${dayOfYearWords(closesOn)}`
