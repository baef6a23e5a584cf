import type { ClipReason, PointLine, PointRule, TransactionKind } from '#contract/points-shapes'

export const pointRuleWords: Record<PointRule, string> = {
  'report-solved': '上报的问题解决了',
  'report-followed': '关注的问题解决了',
  volunteering: '志愿服务时长',
  quizzes: '应知应会答题',
  contests: '知识竞赛'
}

export const transactionWords: Record<TransactionKind, string> = {
  award: '发放',
  release: '已到账',
  freeze: '冻结',
  hold: '兑换中',
  capture: '已领取',
  void: '退回',
  expire: '过期',
  reverse: '扣回',
  adjust: '更正'
}

/** Why a line gives less than its rule says. */
export const clipWords: Record<ClipReason, string> = {
  day: '这一类当天已到上限',
  week: '这一类本周已到上限',
  month: '这一类本月已到上限',
  overall: '当天的积分已到总上限',
  budget: '这一类今年的积分已经发完'
}

export const pointAccountWords: Record<PointLine['account'], string> = {
  pending: '待到账',
  available: '可用',
  held: '兑换中',
  debt: '待扣'
}

/** What moves points without awarding any. */
const otherRuleWords: Record<string, string> = {
  rewards: '积分超市兑换',
  freeze: '核实中',
  expiry: '到期没用完',
  adjustment: '人工更正',
  debt: '抵扣欠分'
}

/** The name of a rule; one this version of the app does not know yet is simply points. */
export const wordsForRule = ({ rule }: Pick<PointLine, 'rule'>): string =>
  (pointRuleWords as Record<string, string | undefined>)[rule] ?? otherRuleWords[rule] ?? '积分'

const cityAccounts: readonly (readonly [RegExp, string])[] = [
  [/^issuer:/, '发放'],
  [/^redeemed:/, '兑换掉'],
  [/^expired/, '过期'],
  [/^adjustment/, '更正']
]

/** The name of an account of the ledger, for whoever checks the books. */
export function wordsForAccount(account: string): string {
  const own = /^person:.*:(\w+)$/.exec(account)?.[1]
  if (own && own in pointAccountWords) return `个人${pointAccountWords[own as PointLine['account']]}`
  return cityAccounts.find(([words]) => words.test(account))?.[1] ?? account
}
