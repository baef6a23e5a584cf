import type { RuleCaps, RuleScope, RuleVersion } from '#contract/points-shapes'
import type { IconName } from '#app/components/icon-names'

/** What each rule thanks for, and the unit it counts in. The last two only limit. */
export const earnWords: Record<RuleScope, { word: string; icon: IconName; unit?: string }> = {
  'report-solved': { word: '上报的问题解决了', icon: 'camera', unit: '每件' },
  'report-followed': { word: '关注的问题解决了', icon: 'eye', unit: '每件' },
  volunteering: { word: '认定的志愿服务', icon: 'volunteer', unit: '每小时' },
  quizzes: { word: '答对新题、到期该温习的题', icon: 'quiz', unit: '每题' },
  contests: { word: '知识竞赛', icon: 'medal' },
  reports: { word: '上报和关注合起来', icon: 'flag' },
  overall: { word: '所有积分合起来', icon: 'points' }
}

/** 每小时 10 分; a rule without a value of its own says nothing here. */
export function valueWords({ rule, value }: Pick<RuleVersion, 'rule' | 'value'>): string | undefined {
  const { unit } = earnWords[rule]
  if (rule === 'contests') return '见每场说明'
  return unit !== undefined && value !== undefined ? `${unit} ${value} 分` : undefined
}

/** 每天最多 40 分，每周最多 200 分 */
export const capsWords = ({ perDay, perWeek, perMonth }: RuleCaps): string =>
  [
    ['每天', perDay],
    ['每周', perWeek],
    ['每月', perMonth]
  ]
    .filter(([, most]) => most !== undefined)
    .map(([span, most]) => `${span}最多 ${most} 分`)
    .join('，')

/** 2027-01-01 起：每小时 8 分，每天最多 40 分 */
export const comingWords = (coming: RuleVersion): string =>
  `${coming.effectiveFrom} 起：${[valueWords(coming), capsWords(coming.caps)].filter(Boolean).join('，') || '不限'}`
