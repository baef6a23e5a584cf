import { nonResponseReasons } from '#contract/awareness-shapes'
import type { Sheet } from '#server/documents/workbook'
import {
  changeWords,
  channelWords,
  methodWords,
  percent,
  practiceWords,
  reasonWords,
  sexWords,
  verdictWords,
  type WaveOnPaper
} from '#server/documents/wave-words'

const SHARE = '0.0%'

function resultSheet({ report }: WaveOnPaper, title: readonly string[]): Sheet {
  const { overall, items } = report
  const columns = [
    ...[{ head: '题目', width: 60 }, ...['回答人数', '答对', '不知道'].map(head => ({ head, width: 10 }))],
    ...['知晓率', '区间下限', '区间上限'].map(head => ({ head, width: 11, format: SHARE })),
    ...[{ head: '设计效应', width: 10, format: '0.00' }],
    ...[{ head: '加权估计', width: 11, format: SHARE }]
  ]
  const rows = items.map(item => [item.stem, item.n, item.right, item.unknown, item.estimate, item.low, item.high])
  const whole = ['全部题目', overall.n, undefined, undefined, overall.estimate, overall.low, overall.high]
  return { name: '结果', title, columns, rows, totals: [...whole, overall.designEffect, overall.postStratified] }
}

function responseSheet({ report, detail: { cells }, communityNames }: WaveOnPaper, title: readonly string[]): Sheet {
  const { asked, answered } = report.response
  const columns = [
    ...[{ head: '社区', width: 24 }, ...['年龄', '性别', '人口', '样本', '已答'].map(head => ({ head, width: 9 }))],
    ...[{ head: '应答率', width: 9, format: SHARE }],
    ...nonResponseReasons.map(reason => ({ head: reasonWords[reason], width: 13 }))
  ]
  const rows = cells.map(cell => [
    ...[communityNames.get(cell.communityId) ?? cell.communityId, cell.ageBand, sexWords[cell.sex]],
    ...[cell.population, cell.asked, cell.answered, cell.asked === 0 ? undefined : cell.answered / cell.asked],
    ...nonResponseReasons.map(reason => cell.nonResponse[reason] ?? 0)
  ])
  const population = cells.reduce((sum, cell) => sum + cell.population, 0)
  const reasons = nonResponseReasons.map(reason => report.response.nonResponse[reason] ?? 0)
  const totals = ['合计', undefined, undefined, population, asked, answered, asked === 0 ? undefined : answered / asked, ...reasons]
  return { name: '应答', title, columns, rows, totals }
}

/** Findings, response and method of a wave, a sheet each. Numbers are whole, only shown rounded. Pure. */
export function waveSheets(paper: WaveOnPaper): Sheet[] {
  const { report, cityName } = paper
  const { wave } = report
  const field = `${cityName} · ${channelWords[wave.channel]} · ${wave.opensOn} 至 ${wave.closesOn}`
  const verdict = `${report.met ? '达标' : '未达标'}（目标 ${percent(report.target)}）`
  const lines = [verdictWords(report), changeWords(report), practiceWords(report)].filter(line => line !== undefined)
  const title = [`${wave.title} 知晓率报告`, field, verdict, ...lines]
  return [
    resultSheet(paper, title),
    responseSheet(paper, [`${wave.title} 应答情况`, '没有应答的人可能与应答的人不同。']),
    { name: '方法', title: ['方法'], columns: [{ head: '说明', width: 120 }], rows: methodWords(paper).map(line => [line]) }
  ]
}
