import type { HistoryEntry, ReportDetail } from '#contract/report-shapes'
import type { ReportActor } from '#contract/report-moves'
import type { ReportState } from '#contract/report-states'
import { plainReasonWords } from '#app/words/report-reasons'

type Viewer = ReportDetail['viewer']
type Told = Pick<HistoryEntry, 'from' | 'to' | 'role' | 'unitName' | 'referredTo' | 'referenceNumber' | 'reasonCode' | 'note'>

interface Teller {
  /** 你, or who else it was. */
  who: string
  unit: string
  office: string
}

type Sentence = string | ((teller: Teller) => string)

/** One sentence a move: what happened, as a neighbour would tell it. The actor stands behind the colon where it matters. */
const sentences: Record<string, Sentence> = {
  '>submitted': ({ who }) => `${who}提交了上报`,
  'submitted>filed': '社区看过了，受理',
  'submitted>need_info': '社区想再问一句',
  'submitted>rejected': '社区看过了，没有受理',
  'submitted>referred': ({ office }) => `转给了${office}`,
  'submitted>withdrawn': ({ who }) => `${who}撤回了`,
  'need_info>withdrawn': ({ who }) => `${who}撤回了`,
  'need_info>submitted': ({ who }) => `${who}补充了`,
  'need_info>submitted:clock': '没等到补充，社区先按已有的内容看',
  'filed>dispatched': ({ unit }) => `交给了${unit}`,
  'filed>referred': ({ office }) => `转给了${office}`,
  'filed>closed': '核实并记下了，会多去那一带看看',
  'dispatched>handling': ({ unit }) => `${unit}接手了`,
  'dispatched>filed': ({ unit }) => `${unit}退了回来，重新安排由谁来办`,
  'handling>handled': ({ unit }) => `${unit}说办好了，等人去现场看`,
  'handling>suspended': '一时办不了，先记着',
  'suspended>handling': '重新开始办',
  'suspended>handling:clock': '到了说好的日子，重新开始办',
  'handling>referred': ({ office }) => `转给了${office}`,
  'handled>closed': '到现场看过，办好了',
  'handled>handling': ({ unit }) => `到现场看过，还没办好，请${unit}再办`,
  'referred>handled': ({ office }) => `${office}回了话，等人去现场看`,
  'referred>filed': ({ office }) => `${office}退了回来，重新安排由谁来办`,
  'closed>objection': ({ who }) => `${who}说没解决`,
  'rejected>objection': ({ who }) => `${who}请社区再看一次`,
  'objection>handling': '换人看过，确实没办好，重新办',
  'objection>closed': '换人到现场看过，确实办好了',
  'objection>submitted': '换人看过，重新受理审核',
  'objection>filed': '换人看过，重新安排由谁来办',
  'handled>filed': '收了回来，重新安排由谁来办',
  'suspended>filed': '收了回来，重新安排由谁来办',
  'handling>filed': '收了回来，重新安排由谁来办',
  'dispatched>filed:supervisor': '收了回来，重新安排由谁来办',
  'dispatched>filed:dispatcher': '收了回来，重新安排由谁来办',
  'referred>filed:supervisor': '收了回来，重新安排由谁来办',
  'referred>filed:dispatcher': '收了回来，重新安排由谁来办',
  'need_info>submitted:supervisor': '社区先按已有的内容看',
  'objection>rejected': '换人看过，还是不能受理',
  'merged>submitted': '不是同一件事，分开单独办',
  '*>merged': '和另一条同样的上报并在一起办'
}

/** Changes that leave the report where it was are between the unit and its supervisor. */
const stayed: Partial<Record<ReportState, string>> = {
  handling: '单位和督办在商量怎么办',
  submitted: '社区更正了类别或位置',
  filed: '社区更正了类别或位置'
}

/** Who did it, to this viewer: a reporter reads 你, a follower reads of a neighbour. */
function whoOf(role: ReportActor, viewer: Viewer): string {
  if (role === 'reporter') return viewer === 'reporter' ? '你' : '上报的邻居'
  return role === 'follower' ? '一位关注的邻居' : '社区'
}

export interface TimelineWords {
  title: string
  /** The reason, what was written, the number it has elsewhere. */
  lines: string[]
}

function linesOf({ reasonCode, note, referenceNumber }: Told): string[] {
  const reason = plainReasonWords(reasonCode)
  return [reason, note, referenceNumber && `对方的编号 ${referenceNumber}`].filter((line): line is string => Boolean(line))
}

/** A line of history in a resident's words; none of them holds a code. */
export function timelineWords(entry: Told, viewer: Viewer): TimelineWords {
  const { from, to, role } = entry
  const pair = `${from ?? ''}>${to}`
  const sentence =
    sentences[`${pair}:${role}`] ??
    sentences[pair] ??
    (to === 'merged' ? sentences['*>merged'] : undefined) ??
    (from === to ? stayed[to] : undefined)
  const teller: Teller = {
    who: whoOf(role, viewer),
    unit: entry.unitName ?? '负责的单位',
    office: entry.referredTo ?? '管这件事的部门'
  }
  return { title: typeof sentence === 'function' ? sentence(teller) : (sentence ?? '有了新的进展'), lines: linesOf(entry) }
}
