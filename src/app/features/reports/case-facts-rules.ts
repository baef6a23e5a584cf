import type { ReportDetail } from '#contract/report-shapes'
import type { HandlingMode } from '#contract/report-states'
import { RETURNS_MAX } from '#contract/report-states'
import { escalationWord } from '#app/words/staff-escalation'
import { dayWords, momentWords } from '#app/words/time-words'

const modeWords: Record<HandlingMode, string> = {
  FIX: '要恢复原样，结案要有处理后的照片',
  ACT: '要劝导或执法，结案要有结果',
  CLUE: '只登记线索，不追究个人'
}

const recurrenceWords = { 'stayed-solved': '28 天内没有再发', 'came-back': '28 天内又发生了' } as const

export interface Fact {
  name: string
  value: string
  /** Leads to another case. */
  reportId?: string
  isLate?: boolean
}

/** Returned as often as units may: from here on only a supervisor chooses one. */
export const waitsForAssignment = ({ state, returnCount }: Pick<ReportDetail, 'state' | 'returnCount'>) =>
  state === 'filed' && returnCount >= RETURNS_MAX

const standing = (report: ReportDetail, now: Date): Fact[] => [
  ...(report.dueAt ? [{ name: '时限', value: momentWords(report.dueAt, now), isLate: report.isOverdue }] : []),
  ...(report.escalation > 0 ? [{ name: '升级', value: escalationWord(report.escalation) }] : []),
  ...(report.unit ? [{ name: '责任单位', value: report.unit.name }] : []),
  ...(report.reviewOn ? [{ name: '复看日期', value: dayWords(report.reviewOn, now) }] : []),
  { name: '办理方式', value: modeWords[report.mode] },
  { name: '上报时间', value: momentWords(report.submittedAt, now) },
  ...(report.reporterName ? [{ name: '上报人', value: report.reporterName }] : [])
]

const past = (report: ReportDetail, now: Date): Fact[] => [
  ...(report.followerCount > 0 ? [{ name: '也遇到的', value: `${report.followerCount} 人` }] : []),
  ...(report.mergedCount > 0 ? [{ name: '并进来的', value: `${report.mergedCount} 件` }] : []),
  ...(report.returnCount > 0
    ? [
        {
          name: '退单',
          value: `${report.returnCount} 次${waitsForAssignment(report) ? '，要督导员指定单位' : ''}`
        }
      ]
    : []),
  ...(report.reworkCount > 0 ? [{ name: '返工', value: `${report.reworkCount} 次` }] : []),
  ...(report.master ? [{ name: '并进了', value: report.master.number, reportId: report.master.reportId }] : []),
  ...(report.recurrenceOf
    ? [
        {
          name: '同处又发',
          value: `${report.recurrenceOf.number}，${dayWords(report.recurrenceOf.closedAt, now)}结案`,
          reportId: report.recurrenceOf.reportId
        }
      ]
    : []),
  ...(report.recurrence ? [{ name: '回看', value: recurrenceWords[report.recurrence] }] : []),
  ...(report.rating ? [{ name: '居民评价', value: `${report.rating} 星` }] : []),
  ...(report.publishedAt ? [{ name: '已公开', value: dayWords(report.publishedAt, now) }] : [])
]

/** What a clerk wants to know before deciding; what is zero or unknown is not said. */
export const factsOf = (report: ReportDetail, now: Date): Fact[] => [...standing(report, now), ...past(report, now)]
