import type { BadgeKind, RedemptionState, Reward, rewardKinds } from '#contract/points-shapes'
import type { IconName } from '#app/components/icon-names'
import type { Tone } from '#app/components/state-chip.tsx'

export type RewardKind = (typeof rewardKinds)[number]

export const rewardKindWords: Record<RewardKind, { word: string; icon: IconName }> = {
  daily: { word: '生活用品', icon: 'boxes' },
  culture: { word: '文化', icon: 'poster' },
  health: { word: '健康', icon: 'heart' },
  service: { word: '服务', icon: 'tools' },
  keepsake: { word: '纪念', icon: 'star' }
}

/** A redemption as its owner reads it: a word, and what comes next. */
export const redemptionWords: Record<RedemptionState, { tone: Tone; word: string; icon: IconName; sentence: string }> = {
  reserved: { tone: 'wait', word: '等你确认', icon: 'hourglass', sentence: '给你留着呢，确认了才算数。' },
  confirmed: { tone: 'info', word: '准备中', icon: 'boxes', sentence: '工作人员正在准备，备好了就能来领。' },
  ready: { tone: 'good', word: '可以领了', icon: 'gift', sentence: '到领取点出示这个码，工作人员扫一下就好。' },
  fulfilled: { tone: 'good', word: '已领取', icon: 'done', sentence: '已经领走了，谢谢你做的这些事。' },
  cancelled: { tone: 'info', word: '已取消', icon: 'undo', sentence: '积分已经原样退回。' },
  expired: { tone: 'info', word: '过期退回', icon: 'clock', sentence: '没在期限内确认或领取，积分已经原样退回。' }
}

const periodWords: Record<Reward['limitPeriod'], string> = { ever: '每人', year: '每人每年', month: '每人每月' }

/** 每人每月最多 2 件 */
export const limitWords = ({ perPersonLimit, limitPeriod }: Pick<Reward, 'perPersonLimit' | 'limitPeriod'>) =>
  `${periodWords[limitPeriod]}最多 ${perPersonLimit} 件`

/** A badge: what it is called, and the verified fact it stands for. */
export const badgeWords: Record<BadgeKind, { word: string; line: string; icon: IconName; unit: string }> = {
  'first-report': { word: '第一件', line: '上报的第一个问题解决了', icon: 'camera', unit: '件' },
  'reports-10': { word: '好眼力', line: '上报的问题解决了 10 个', icon: 'eye', unit: '件' },
  'reports-50': { word: '街巷守望', line: '上报的问题解决了 50 个', icon: 'lamp', unit: '件' },
  'first-service': { word: '第一次服务', line: '第一次志愿服务认定完成', icon: 'volunteer', unit: '次' },
  'hours-10': { word: '十小时', line: '认定的志愿服务满 10 小时', icon: 'heart', unit: '小时' },
  'hours-50': { word: '五十小时', line: '认定的志愿服务满 50 小时', icon: 'star', unit: '小时' },
  'hours-200': { word: '两百小时', line: '认定的志愿服务满 200 小时', icon: 'starred', unit: '小时' },
  'days-7': { word: '七天练习', line: '做完 7 天的每日一练', icon: 'calendar', unit: '天' },
  'days-30': { word: '三十天练习', line: '做完 30 天的每日一练', icon: 'bulb', unit: '天' },
  'all-topics': { word: '样样都会', line: '每个专题都答对过', icon: 'quiz', unit: '个专题' }
}
