import type { TransactionKind } from '#contract/points-shapes'

type Reasons = Partial<Record<TransactionKind, string>>

/** Why a line is there, in words a person reads. Numbers of a rule stand with the rule: they change. */
const reasonsOfReports: Reasons = {
  award: '先记在待到账：你确认解决了，或十四天没有异议，就能用',
  release: '已经确认解决，从待到账转成可用',
  reverse: '有人说没解决，核实后重办，这一笔先退回'
}

const reasonsOf: Record<string, Reasons> = {
  volunteering: { award: '服务时长公示期满，按时长记分', reverse: '这段服务时长更正了，它的积分先退回' },
  quizzes: { award: '答对了新题或到期该复习的题' },
  contests: { award: '参加知识竞赛，按活动说明记分', reverse: '竞赛成绩更正了，它的积分先退回' },
  rewards: { hold: '兑换时先预留，领到才算用掉', capture: '已经领到', void: '没有领取，原样退回，到期日不变' },
  freeze: { freeze: '有情况在核实，先保管，期间不会到期', void: '核实完了，原样退回' },
  expiry: { expire: '过了可用的最后一天' },
  adjustment: { adjust: '工作人员更正，两个人核对过' },
  debt: { reverse: '以前要退回的积分不够，用退回来的先补上' }
}

export const reasonOf = (kind: TransactionKind, rule: string) => (reasonsOf[rule] ?? reasonsOfReports)[kind] ?? ''
