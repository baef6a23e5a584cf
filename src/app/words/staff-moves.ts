import type { ReportState } from '#contract/report-states'

/** What a move is called where staff make it. */
export interface MoveWords {
  /** On the button and in the history. */
  word: string
  /** The letter that makes the move on a desktop; no two moves of one state share one. */
  key: string
  /** At the head of the sheet: what it means. */
  question: string
  /** Said when it is done. */
  done: string
  look?: 'primary' | 'danger'
}

export type MoveName = `${ReportState}>${ReportState}`

const merge: MoveWords = { word: '并案', key: 'm', question: '和哪一件是同一件事？', done: '已并案，上报人会跟着那一件看进展' }
const refer: MoveWords = { word: '转办', key: 'z', question: '转给哪个部门？', done: '已转办' }

const words: Partial<Record<MoveName, MoveWords>> = {
  'submitted>filed': { word: '立案', key: 'l', question: '受理这一件？', done: '已立案', look: 'primary' },
  'submitted>need_info': { word: '退回补充', key: 'b', question: '还缺什么？', done: '已退回，等上报人补充' },
  'submitted>rejected': { word: '不予受理', key: 'j', question: '为什么不受理？', done: '已办，上报人能看到原因', look: 'danger' },
  'submitted>referred': refer,
  'submitted>withdrawn': { word: '撤回', key: 'q', question: '撤回这一件？', done: '已撤回', look: 'danger' },
  'need_info>withdrawn': { word: '撤回', key: 'q', question: '撤回这一件？', done: '已撤回', look: 'danger' },
  'need_info>submitted': { word: '补充说明', key: 's', question: '补充点什么？', done: '已补充', look: 'primary' },
  'filed>dispatched': { word: '派遣', key: 'p', question: '交给哪个单位？', done: '已派遣', look: 'primary' },
  'filed>referred': refer,
  'filed>closed': { word: '登记结案', key: 'c', question: '登记后就此结案？', done: '已登记结案', look: 'primary' },
  'dispatched>handling': { word: '接单', key: 'i', question: '接下这一件？', done: '已接单，开始计时', look: 'primary' },
  'dispatched>filed': { word: '退回重派', key: 't', question: '为什么退回？', done: '已退回，等重新派遣' },
  'handling>handled': { word: '处置完成', key: 'w', question: '现场办好了？', done: '已交核查', look: 'primary' },
  'handling>suspended': { word: '挂账', key: 'g', question: '先挂起来，到日子再办？', done: '已挂账' },
  'handling>referred': refer,
  'suspended>handling': { word: '恢复处置', key: 'h', question: '现在接着办？', done: '已恢复处置', look: 'primary' },
  'handled>closed': { word: '核查通过', key: 'c', question: '真的解决了？', done: '已结案', look: 'primary' },
  'handled>handling': { word: '返工', key: 'r', question: '哪里还没办好？', done: '已退回返工', look: 'danger' },
  'referred>handled': { word: '登记答复', key: 'w', question: '对方怎么答复的？', done: '已交核查', look: 'primary' },
  'referred>filed': { word: '收回重派', key: 'l', question: '为什么收回？', done: '已收回，等重新派遣' },
  'closed>objection': { word: '没解决', key: 'o', question: '哪里没解决？', done: '已申请重办' },
  'rejected>objection': { word: '申请重看', key: 'o', question: '为什么该受理？', done: '已申请重看' },
  'objection>handling': { word: '同意重办', key: 'a', question: '让单位重新办？', done: '已同意重办', look: 'primary' },
  'objection>closed': { word: '维持原结果', key: 'k', question: '为什么维持？', done: '已维持原结果', look: 'danger' },
  'objection>submitted': { word: '同意重审', key: 'f', question: '重新审核这一件？', done: '已退回审核', look: 'primary' },
  'objection>rejected': { word: '维持不受理', key: 'j', question: '为什么维持？', done: '已维持不受理', look: 'danger' },
  'handling>filed': { word: '收回重派', key: 't', question: '为什么收回？', done: '已收回，等重新派遣' },
  'handled>filed': { word: '收回重派', key: 't', question: '为什么收回？', done: '已收回，等重新派遣' },
  'suspended>filed': { word: '收回重派', key: 't', question: '为什么收回？', done: '已收回，等重新派遣' },
  'objection>filed': { word: '收回重派', key: 't', question: '为什么收回？', done: '已收回，等重新派遣' },
  'merged>submitted': { word: '撤销并案', key: 'u', question: '其实不是同一件事？', done: '已撤销并案，重新审核' }
}

/** The words of a move; a move this build does not know yet still gets a plain name. */
export function moveWords(from: ReportState, to: ReportState): MoveWords {
  if (to === 'merged') return merge
  return words[`${from}>${to}`] ?? { word: '改变状态', key: '', question: '改变这一件的状态？', done: '已改好' }
}

/** What staff do to a case beside moving it; letters shared with no move of the same state. */
export const caseActionWords = {
  correct: { word: '改类别、位置', key: 'y', question: '类别或位置不对？', done: '已改，时限按对的类别重新算' },
  askSuspension: { word: '申请挂账', key: 's', question: '为什么现在办不了？', done: '已提交，等督导员决定' },
  declineSuspension: { word: '不同意挂账', key: 'd', question: '不同意，请单位接着办？', done: '已答复单位，计时没有停' },
  publish: { word: '公开结果', key: 'e', question: '公开给居民看什么？', done: '已公开' },
  unpublish: { word: '撤下公开', key: 'x', question: '撤下已公开的结果？', done: '已撤下' }
} as const
export type CaseAction = keyof typeof caseActionWords
