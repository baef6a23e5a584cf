import PDFDocument from 'pdfkit'
import { nonResponseReasons } from '#contract/awareness-shapes'
import { fontOf, type FontWeight } from '#server/documents/document-fonts'
import { printable } from '#server/documents/printable'
import { shanghaiTime } from '#server/documents/document-words'
import {
  changeWords,
  channelWords,
  effectiveOf,
  methodWords,
  percent,
  practiceWords,
  rangeWords,
  reasonWords,
  verdictWords,
  type WaveOnPaper
} from '#server/documents/wave-words'

// Points of 1/72 inch on A4.
const [WIDTH, HEIGHT, MARGIN] = [595.28, 841.89, 48]
const INNER = WIDTH - 2 * MARGIN
const BOTTOM = HEIGHT - 64
const [INK, SOFT, LINE, GREEN, RED, AMBER] = ['#1F2328', '#57606A', '#DAD7CF', '#0A6E54', '#B42318', '#8A5A00']
/** The chart stands right of the questions: from this place on, this wide. */
const [CHART_LEFT, CHART_WIDTH] = [MARGIN + 186, 190]
const NUMBERS_LEFT = CHART_LEFT + CHART_WIDTH + 14
const ROW_GAP = 9
const ITEM_SIZE = 9

type Page = PDFKit.PDFDocument
interface Line {
  x?: number
  size?: number
  colour?: string
  weight?: FontWeight
  width?: number
  align?: 'left' | 'center' | 'right'
}

/** Writes at the place given. @returns where the next line may stand. */
function write(
  page: Page,
  text: string,
  y: number,
  { x = MARGIN, size = 10, colour = INK, weight = 'regular', width = INNER, align = 'left' }: Line = {}
) {
  page.font(weight).fontSize(size).fillColor(colour)
  page.text(printable(page, text), x, y, { width, align, lineGap: 2 })
  return page.y
}

const heightOf = (page: Page, text: string, { size = 10, weight = 'regular', width = INNER }: Line) =>
  page.font(weight).fontSize(size).heightOfString(text, { width, lineGap: 2 })

function stroke(page: Page, [x1, y1, x2, y2]: readonly [number, number, number, number], colour: string, width = 0.7): void {
  page.moveTo(x1, y1).lineTo(x2, y2).lineWidth(width).strokeColor(colour).stroke()
}

/** A new page where less than this is left. */
const roomFor = (page: Page, y: number, height: number) => {
  if (y + height <= BOTTOM) return y
  page.addPage()
  return MARGIN
}

/** Shares are drawn from where something stands, never from far below: a tenth step under the lowest bound. */
function scaleOf({ report }: WaveOnPaper) {
  const bounds = [report.overall, ...report.items].filter(({ n }) => n > 0).map(({ low }) => low)
  const from = Math.max(0, Math.floor(Math.min(report.target, ...bounds) * 10 - 0.5) / 10)
  return { from, placeOf: (share: number) => CHART_LEFT + (CHART_WIDTH * (Math.max(from, share) - from)) / (1 - from) }
}

type Scale = ReturnType<typeof scaleOf>
interface Row {
  label: string
  n: number
  estimate: number
  low: number
  high: number
  isWhole?: boolean
}

function drawHead(page: Page, { report: { wave, reportedAt }, cityName }: WaveOnPaper): number {
  let y = write(page, wave.title, MARGIN, { size: 20, weight: 'bold' })
  const asked = `${channelWords[wave.channel]}调查，${wave.opensOn} 至 ${wave.closesOn}`
  y = write(page, `${cityName} · 知晓率报告 · ${asked} · ${reportedAt ? '已发布' : '未发布'}`, y + 2, { colour: SOFT })
  return y + 10
}

function drawVerdict(page: Page, { report }: WaveOnPaper, top: number): number {
  const { overall, met } = report
  const colour = met ? GREEN : RED
  const words = verdictWords(report)
  const inner = { x: MARGIN + 128, width: INNER - 140 }
  const weighted = overall.postStratified === undefined ? '' : `，按人口加权 ${percent(overall.postStratified)}`
  const facts = `${overall.n} 人回答，95% 区间 ${rangeWords(overall)}，设计效应 ${overall.designEffect.toFixed(2)}，相当于简单随机抽样的 ${effectiveOf(overall).toFixed(1)} 人${weighted}。`
  const height = Math.max(74, heightOf(page, words, { ...inner, size: 11 }) + heightOf(page, facts, inner) + 30)
  page.roundedRect(MARGIN, top, INNER, height, 8).lineWidth(1).strokeColor(colour).stroke()
  write(page, percent(overall.estimate), top + 12, { x: MARGIN + 12, width: 108, size: 24, weight: 'bold', colour })
  write(page, `${met ? '达标' : '未达标'} · 目标 ${percent(report.target)}`, top + 46, {
    x: MARGIN + 12,
    width: 112,
    weight: 'bold',
    colour
  })
  const y = write(page, words, top + 12, { ...inner, size: 11 })
  write(page, facts, y + 4, { ...inner, colour: SOFT })
  return top + height + 14
}

function drawAxis(page: Page, { from, placeOf }: Scale, target: number, top: number): number {
  const ticks = Array.from({ length: Math.round((1 - from) * 10) + 1 }, (_, n) => from + n / 10).filter(
    (_, n, all) => all.length < 7 || n % 2 === 0
  )
  for (const tick of ticks)
    write(page, `${Math.round(tick * 100)}%`, top, { x: placeOf(tick) - 20, width: 40, align: 'center', size: 8, colour: SOFT })
  write(page, `目标 ${percent(target)}`, top - 12, { x: placeOf(target) - 40, width: 80, align: 'center', size: 8, colour: AMBER })
  return top + 16
}

/** One question, or all of them: its words, the interval as whiskers around a point, and the numbers themselves. */
function drawRow(page: Page, row: Row, { placeOf }: Scale, top: number): number {
  const weight = row.isWhole ? 'bold' : 'regular'
  const label = { width: CHART_LEFT - MARGIN - 12, size: ITEM_SIZE, weight } as const
  const height = Math.max(heightOf(page, row.label, label), 26)
  const middle = top + height / 2
  write(page, row.label, top, label)
  stroke(page, [CHART_LEFT, middle, CHART_LEFT + CHART_WIDTH, middle], LINE, 0.4)
  if (row.n > 0) {
    const [low, high] = [placeOf(row.low), placeOf(row.high)]
    const width = row.isWhole ? 2 : 1.2
    stroke(page, [low, middle, high, middle], GREEN, width)
    for (const end of [low, high]) stroke(page, [end, middle - 4, end, middle + 4], GREEN, width)
    page
      .circle(placeOf(row.estimate), middle, row.isWhole ? 4 : 3)
      .fillColor(GREEN)
      .fill()
  }
  const numbers = { x: NUMBERS_LEFT, width: WIDTH - MARGIN - NUMBERS_LEFT, size: ITEM_SIZE, weight } as const
  const y = write(page, row.n === 0 ? '无人回答' : `${percent(row.estimate)}（n=${row.n}）`, top, numbers)
  if (row.n > 0) write(page, rangeWords(row), y, { ...numbers, weight: 'regular', colour: SOFT })
  return top + height + ROW_GAP
}

function drawChart(page: Page, paper: WaveOnPaper, top: number): number {
  const { overall, items, target } = paper.report
  const scale = scaleOf(paper)
  let y = write(page, '每道题的知晓率和 95% 区间', top, { size: 12, weight: 'bold' }) + 16
  y = drawAxis(page, scale, target, y)
  let [first, last] = [y, y]
  const rows: Row[] = [{ ...overall, label: '全部题目', isWhole: true }, ...items.map(item => ({ ...item, label: item.stem }))]
  for (const row of rows) {
    const next = roomFor(page, last, 40)
    if (next < last) first = next
    last = drawRow(page, row, scale, next)
    y = last
  }
  const goal = scale.placeOf(target)
  page.dash(3, { space: 2 })
  stroke(page, [goal, first - 4, goal, last - ROW_GAP / 2], AMBER, 1)
  page.undash()
  return y + 6
}

function drawParagraphs(page: Page, title: string, lines: readonly string[], top: number): number {
  if (lines.length === 0) return top
  let y = roomFor(page, top, 60)
  y = write(page, title, y, { size: 12, weight: 'bold' }) + 4
  for (const line of lines) y = write(page, line, roomFor(page, y, heightOf(page, line, {})), { size: 10 }) + 4
  return y + 8
}

function responseLines({ report: { response } }: WaveOnPaper): string[] {
  const { asked, answered, nonResponse } = response
  const said = nonResponseReasons.map(reason => `${reasonWords[reason]} ${nonResponse[reason] ?? 0}`)
  const silent = nonResponseReasons.reduce((sum, reason) => sum + (nonResponse[reason] ?? 0), 0)
  const share = asked === 0 ? percent(0) : percent(answered / asked)
  return [`样本 ${asked} 人，已答 ${answered} 人，应答率 ${share}。没有回答的：${said.join('，')}，没有记录 ${asked - answered - silent}。`]
}

function openPage({ report: { wave }, madeAt, isDemo }: WaveOnPaper): Page {
  const page = new PDFDocument({
    ...{ size: 'A4', pdfVersion: '1.7', margin: 0, lang: 'zh-CN', displayTitle: true },
    info: { Title: `${wave.title} 知晓率报告`, Producer: 'tongchuang', Creator: 'tongchuang', CreationDate: madeAt, ModDate: madeAt },
    // No standard font: everything is written in the two below.
    font: ''
  })
  for (const weight of ['regular', 'bold'] as const) page.registerFont(weight, fontOf(weight))
  const foot = () => {
    const words = `${isDemo ? '演示数据，不作依据 · ' : ''}${shanghaiTime(madeAt)}（北京时间）制`
    write(page, words, HEIGHT - 44, { size: 8, colour: SOFT, align: 'center' })
  }
  foot()
  page.on('pageAdded', foot)
  return page
}

/** What a wave found, on A4: verdict, chart with intervals, change, response and method. Its text can be copied. */
export async function writeWaveReportPdf(paper: WaveOnPaper): Promise<Buffer> {
  const page = openPage(paper)
  const parts: Buffer[] = []
  page.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((settle, fail) => page.on('end', settle).on('error', fail))
  const { report } = paper
  const beside = [changeWords(report), practiceWords(report)].filter(line => line !== undefined)
  let y = drawVerdict(page, paper, drawHead(page, paper))
  y = drawChart(page, paper, y)
  y = drawParagraphs(page, '对比和旁证', beside, y)
  y = drawParagraphs(page, '应答', responseLines(paper), y)
  drawParagraphs(page, '方法', methodWords(paper), y)
  page.end()
  await ended
  return Buffer.concat(parts)
}
