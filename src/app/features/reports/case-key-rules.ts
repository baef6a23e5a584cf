import type { AllowedMove, ReportDetail } from '#contract/report-shapes'
import type { ReportState } from '#contract/report-states'
import { caseActionWords, moveWords, type CaseAction } from '#app/words/staff-moves'

/** Keys the workbench keeps for itself; no move may take one. */
export const workKeys = {
  ArrowUp: '上一件',
  ArrowDown: '下一件',
  Enter: '打开选中的一件',
  '/': '按编号找',
  v: '多选',
  '?': '这张表',
  Escape: '关闭、退出多选'
} as const

/** One thing the viewer may do with a case now, drawn as a button. */
export type CaseStep =
  | { kind: 'move'; move: AllowedMove; word: string; key: string; look?: 'primary' | 'danger' }
  | { kind: 'action'; action: CaseAction; word: string; key: string }

const actionStep = (action: CaseAction): CaseStep => ({
  kind: 'action',
  action,
  word: caseActionWords[action].word,
  key: caseActionWords[action].key
})

/** A move as a button; with a request on the table, suspending is agreeing to it. */
function moveStep(from: ReportState, move: AllowedMove, isAsked: boolean): CaseStep {
  const { word, key, look } = moveWords(from, move.to)
  const isAgreeing = isAsked && move.to === 'suspended'
  return { kind: 'move', move, word: isAgreeing ? '同意挂账' : word, key, look: isAgreeing ? 'primary' : look }
}

/**
 * What stands under a case: exactly the moves the server allows, and beside them what leaves the state as it is. A unit that
 * may finish may also ask to suspend; who may suspend may also say no to the asking.
 */
export function stepsOf(
  report: Pick<ReportDetail, 'state' | 'moves' | 'viewer' | 'suspensionRequest' | 'publishedAt' | 'mayCorrect'>,
  viewer: { isPublisher: boolean }
): CaseStep[] {
  const may = (to: ReportState) => report.moves.some(move => move.to === to)
  const isAsked = report.suspensionRequest !== undefined
  const steps = report.moves.map(move => moveStep(report.state, move, isAsked))
  if (report.mayCorrect) steps.push(actionStep('correct'))
  if (report.state === 'handling' && may('handled') && !isAsked) steps.push(actionStep('askSuspension'))
  if (report.state === 'handling' && may('suspended') && isAsked) steps.push(actionStep('declineSuspension'))
  if (report.state === 'closed' && report.viewer === 'staff' && viewer.isPublisher) {
    steps.push(actionStep('publish'))
    if (report.publishedAt) steps.push(actionStep('unpublish'))
  }
  return steps
}
