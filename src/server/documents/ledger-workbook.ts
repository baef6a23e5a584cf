import type { PointRule, TransactionKind } from '#contract/points-shapes'
import { sumOf, type Sheet } from '#server/documents/workbook'

const kindWords: Record<TransactionKind, string> = {
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

const ruleWords: Record<PointRule, string> = {
  'report-solved': '上报的问题解决了',
  'report-followed': '关注的问题解决了',
  volunteering: '志愿服务时长',
  quizzes: '应知应会答题',
  contests: '知识竞赛'
}
const otherRuleWords: Record<string, string> = {
  rewards: '积分兑换',
  freeze: '核实保管',
  expiry: '到期',
  adjustment: '人工更正',
  debt: '补上欠分'
}
const wordsForRule = (rule: string) => (ruleWords as Record<string, string>)[rule] ?? otherRuleWords[rule] ?? rule

export interface LedgerOnPaper {
  from: string
  to: string
  rows: readonly {
    at: Date
    on: string
    kind: TransactionKind
    rule: string
    ruleVersion: number
    cause: string
    maskedName: string
    clipped: number
    pending: number
    available: number
    held: number
    debt: number
    city: number
  }[]
  /** There is more than a table holds. */
  isCut: boolean
  byMonth: readonly { month: string; issued: number; redeemed: number; expired: number; adjusted: number }[]
}

/** `2026-11-23 09:00` in Shanghai. */
const timeWords = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

function monthSheet({ from, to, byMonth }: LedgerOnPaper): Sheet {
  const title = ['积分账目', `${from} 至 ${to}`]
  const columns = ['月份', '发出', '兑换', '到期', '人工更正'].map(head => ({ head, width: 12 }))
  const rows = byMonth.map(one => [one.month, one.issued, one.redeemed, one.expired, one.adjusted])
  const sums = (['issued', 'redeemed', 'expired', 'adjusted'] as const).map((side, n) =>
    sumOf(
      { title },
      n + 2,
      byMonth.map(one => one[side])
    )
  )
  return { name: '按月', title, columns, rows, totals: ['合计', ...sums] }
}

function transactionSheet({ from, to, rows, isCut }: LedgerOnPaper): Sheet {
  const title = ['积分流水', `${from} 至 ${to}，共 ${rows.length} 笔${isCut ? '；后面还有，请缩短日期再导出' : ''}`]
  const columns = [
    ...[
      { head: '时间', width: 17 },
      { head: '业务日期', width: 12 },
      { head: '类型', width: 8 },
      { head: '规则', width: 18 }
    ],
    ...[
      { head: '规则版本', width: 9 },
      { head: '姓名', width: 8 },
      { head: '事由', width: 48 }
    ],
    ...['待到账', '可用', '预留', '待扣', '城市账户', '超限未记'].map(head => ({ head, width: 10 }))
  ]
  const cells = rows.map(row => [
    ...[timeWords(row.at), row.on, kindWords[row.kind], wordsForRule(row.rule), row.ruleVersion, row.maskedName, row.cause],
    ...[row.pending, row.available, row.held, row.debt, row.city, row.clipped]
  ])
  const sums = (['pending', 'available', 'held', 'debt', 'city', 'clipped'] as const).map((side, n) =>
    sumOf(
      { title },
      n + 8,
      rows.map(row => row[side])
    )
  )
  return { name: '流水', title, columns, rows: cells, totals: ['合计', ...Array<undefined>(6).fill(undefined), ...sums] }
}

/** Sums by month and every transaction of a period, a sheet each. Pure. */
export const ledgerSheets = (paper: LedgerOnPaper): Sheet[] => [monthSheet(paper), transactionSheet(paper)]
