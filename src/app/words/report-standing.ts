import type { HistoryEntry, ReportCard, ReportDetail } from '#contract/report-shapes'
import { nextStepWords, plainReasonWords } from '#app/words/report-reasons'
import { residentStateWords } from '#app/words/report-states'
import { agoWords, dayWords, deadlineWords } from '#app/words/time-words'

type Standing = Pick<
  ReportDetail,
  'state' | 'mode' | 'dueAt' | 'isOverdue' | 'unitName' | 'reviewOn' | 'objectionUntil' | 'master' | 'viewer' | 'submittedAt'
>

export interface StandingWords {
  /** Where it stands. */
  sentence: string
  /** When the next thing happens, or where to go. */
  line?: string
}

interface Facts {
  report: Standing
  /** The move that led here. */
  last?: Pick<HistoryEntry, 'reasonCode' | 'note' | 'referredTo' | 'referenceNumber'>
  now: Date
}

/** 今天 15:00 前, or that it is late and somebody is after it. */
function byWhen({ report, now }: Facts, what: string): string | undefined {
  if (report.isOverdue) return '比说好的时间晚了，还没办完。'
  return report.dueAt && `${deadlineWords(report.dueAt, now)}${what}`
}

const unitOf = ({ report }: Facts) => report.unitName ?? '负责的单位'

/** The window may be over while the page stands; then nothing is promised. */
const windowOf = ({ report, now }: Facts) =>
  report.objectionUntil !== undefined && new Date(report.objectionUntil) > now ? deadlineWords(report.objectionUntil, now) : undefined

function closedWords(facts: Facts): StandingWords {
  const { report } = facts
  const until = windowOf(facts)
  const sentence = report.mode === 'CLUE' ? '已核实并记下，谢谢你。社区会多去那一带看看。' : '办好了，看看前后的样子。'
  return { sentence, line: until && `要是没解决，${until}都可以说。` }
}

function rejectedWords(facts: Facts): StandingWords {
  const { last } = facts
  // The second look is the last word; what it says goes before the first reason.
  const reason = last?.note ?? plainReasonWords(last?.reasonCode)
  const until = windowOf(facts)
  const appeal = until && `有不同看法，${until}可以请社区再看一次。`
  return {
    sentence: `没有受理${reason ? `：${reason}` : ''}。`,
    line: [nextStepWords(last?.reasonCode), appeal].filter(Boolean).join('') || undefined
  }
}

const tellers: { [State in ReportDetail['state']]: (facts: Facts) => StandingWords } = {
  submitted: facts => ({ sentence: '已收到，社区正在看。', line: byWhen(facts, '回复你。') }),
  need_info: ({ report, now }) => ({
    sentence: report.viewer === 'reporter' ? '社区想再问你一句，答了就能往下走。' : '社区在等上报的邻居补充一句。',
    line: report.dueAt && `${deadlineWords(report.dueAt, now)}没有等到，社区会先按已有的内容看。`
  }),
  filed: facts => ({ sentence: '已受理，正在安排由谁来办。', line: byWhen(facts, '安排好。') }),
  dispatched: facts => ({ sentence: `已交给${unitOf(facts)}，等他们接手。`, line: byWhen(facts, '接手。') }),
  handling: facts => ({ sentence: `${unitOf(facts)}正在处理。`, line: byWhen(facts, '办好。') }),
  handled: facts => ({ sentence: `${unitOf(facts)}说办好了，另一位同志会去现场看。`, line: byWhen(facts, '看完。') }),
  suspended: ({ report, last, now }) => ({
    sentence: `一时办不了${plainReasonWords(last?.reasonCode) ? `：${plainReasonWords(last?.reasonCode)}` : ''}。`,
    line: report.reviewOn && `${dayWords(report.reviewOn, now)}再拿出来办。`
  }),
  referred: facts => ({
    sentence: `已转给${facts.last?.referredTo ?? '管这件事的部门'}。${facts.last?.referenceNumber ? `他们的编号是 ${facts.last.referenceNumber}。` : ''}`,
    line: byWhen(facts, '给答复。')
  }),
  closed: closedWords,
  objection: facts => ({ sentence: '已收到异议，会换一位同志重新看。', line: byWhen(facts, '给出结果，写在这里。') }),
  rejected: rejectedWords,
  merged: ({ report }) => ({
    sentence: '和另一条同样的上报并在一起办了。',
    line: report.master && `那一件的编号是 ${report.master.number}，现在：${residentStateWords[report.master.state]}。`
  }),
  withdrawn: ({ report }) => ({
    sentence: report.viewer === 'reporter' ? '你撤回了这一条。' : '上报的邻居撤回了这一条。',
    line: report.viewer === 'reporter' ? '问题还在的话，随时再拍一张。' : undefined
  })
}

/** The state in plain words with the time of what comes next. Pure; `now` is given. */
export const standingWords = (facts: Facts): StandingWords => tellers[facts.report.state](facts)

/** One short line for lists: when the next thing is due, or how long ago it was sent. */
export function cardLineWords(card: Pick<ReportCard, 'state' | 'dueAt' | 'isOverdue' | 'submittedAt'>, now: Date): string {
  if (card.isOverdue) return '比说好的时间晚了'
  const what: Partial<Record<ReportCard['state'], string>> = {
    submitted: '回复',
    need_info: '等你回答',
    filed: '安排好',
    dispatched: '接手',
    handling: '办好',
    handled: '看完',
    suspended: '再办',
    referred: '给答复',
    objection: '有结果'
  }
  const next = what[card.state]
  return card.dueAt && next ? `${deadlineWords(card.dueAt, now)}${next}` : `${agoWords(card.submittedAt, now)}上报`
}
