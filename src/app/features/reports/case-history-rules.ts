import type { HistoryEntry, ReportDetail } from '#contract/report-shapes'
import { reportStateWords } from '#app/words/report-states'
import { moveWords } from '#app/words/staff-moves'
import { actorWord } from '#app/words/staff-escalation'

/** What happened, in a word. A line that leaves the state as it was is about suspending. */
export function actOf({ from, to, role }: Pick<HistoryEntry, 'from' | 'to' | 'role'>): string {
  if (from === null) return '上报'
  if (from === to) return role === 'supervisor' ? '不同意挂账' : from === 'handling' ? '申请挂账' : '记了一笔'
  if (from === 'need_info' && role === 'clock') return '超过三天没有补充，退回审核'
  if (from === 'suspended' && role === 'clock') return '到日子了，恢复处置'
  return moveWords(from, to).word
}

/** Who did it: the name where it is known, and in which capacity. */
export const doerOf = ({ actorName, role }: Pick<HistoryEntry, 'actorName' | 'role'>) =>
  actorName ? `${actorName}（${actorWord(role)}）` : actorWord(role)

/** What somebody else did to a case meanwhile, for one who was about to move it. */
export function changesBetween(
  before: Pick<ReportDetail, 'state' | 'history' | 'version'>,
  after: Pick<ReportDetail, 'state' | 'history' | 'version'>
): string[] {
  if (after.version === before.version) return []
  const lines = after.history.slice(before.history.length).map(entry => `${doerOf(entry)}：${actOf(entry)}`)
  const isMoved = before.state !== after.state
  return isMoved ? [...lines, `现在是“${reportStateWords[after.state].word}”`] : lines.length > 0 ? lines : ['内容有更新']
}
