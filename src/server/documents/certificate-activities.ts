import type { CertifiedActivity } from '#contract/volunteering-shapes'
import { drawFrame, GREEN, INNER, MARGIN, rule, SOFT, WIDTH, write, type Page } from '#server/documents/certificate-drawing'
import { spokenDate, spokenMinutes } from '#server/documents/document-words'

const ROWS_A_PAGE = 18
const LIST_TOP = 132
const ROW_HEIGHT = 34
const MINUTES_WIDTH = 110
/** A longer title would run into the next line; the whole one stands in the signed statement. */
const TITLE_LENGTH_MAX = 26

const daysWords = ({ from, to }: CertifiedActivity) => (from === to ? spokenDate(from) : `${spokenDate(from)}至${spokenDate(to)}`)

function shortened(title: string): string {
  const letters = Array.from(title)
  return letters.length > TITLE_LENGTH_MAX ? `${letters.slice(0, TITLE_LENGTH_MAX - 1).join('')}…` : title
}

function drawRow(page: Page, activity: CertifiedActivity, y: number): void {
  write(page, shortened(activity.title), { y: y + 5, size: 11, width: INNER - MINUTES_WIDTH })
  write(page, daysWords(activity), { y: y + 19, size: 8.5, colour: SOFT, width: INNER - MINUTES_WIDTH })
  const right = { x: WIDTH - MARGIN - MINUTES_WIDTH, width: MINUTES_WIDTH, align: 'right' as const }
  write(page, spokenMinutes(activity.minutes), { ...right, y: y + 10, size: 11 })
  rule(page, y + ROW_HEIGHT)
}

interface Paper {
  code: string
  name: string
  activityCount: number
  activities?: readonly CertifiedActivity[] | undefined
}

/** Which activities the hours come from, with the days of service. */
export function addActivityPages(page: Page, { code, name, activityCount, activities = [] }: Paper): void {
  const pageCount = Math.ceil(activities.length / ROWS_A_PAGE)
  for (let n = 0; n < pageCount; n += 1) {
    page.addPage()
    drawFrame(page)
    write(page, '服务明细', { y: 64, size: 18, weight: 'bold', align: 'center' })
    write(page, `${name} · 编号 ${code} · 明细第 ${n + 1} 页，共 ${pageCount} 页`, { y: 94, size: 10, colour: SOFT, align: 'center' })
    rule(page, LIST_TOP, { colour: GREEN, weight: 1 })
    const rows = activities.slice(n * ROWS_A_PAGE, (n + 1) * ROWS_A_PAGE)
    rows.forEach((activity, row) => drawRow(page, activity, LIST_TOP + row * ROW_HEIGHT))
    const left = activityCount - activities.length
    if (n === pageCount - 1 && left > 0)
      write(page, `另有 ${left} 项，时长已计入总数。`, { y: LIST_TOP + rows.length * ROW_HEIGHT + 10, size: 10, colour: SOFT })
  }
}
