import type { PointLine, PointRule, TransactionKind } from '#contract/points'

export const pointRuleWords: Record<PointRule, string> = {
  'report-solved': '上报的问题解决了',
  'report-followed': '关注的问题解决了',
  volunteering: '志愿服务时长',
  quizzes: '应知应会答题'
}

export const transactionWords: Record<TransactionKind, string> = {
  award: '记上',
  release: '到账',
  freeze: '冻结',
  hold: '预留',
  capture: '兑换',
  void: '退回',
  expire: '到期',
  reverse: '冲回',
  adjust: '更正'
}

export const pointAccountWords: Record<PointLine['account'], string> = {
  pending: '待到账',
  available: '可用',
  held: '预留',
  debt: '待扣'
}

/** The name of a rule; one this version of the app does not know yet is simply points. */
export const wordsForRule = (line: Pick<PointLine, 'rule'>): string =>
  (pointRuleWords as Record<string, string | undefined>)[line.rule] ?? '积分'
