import type { MinutesByGrade } from '#contract/volunteering-shapes'
import { grades } from '#contract/volunteering-states'
import { spokenDate } from '#server/documents/document-words'
import { columnName, firstRowOf, sumOf, type Cell, type Sheet } from '#server/documents/workbook'

export interface HoursOnPaper {
  from: string
  to: string
  areaNames: readonly string[]
  lines: readonly { personId: string; maskedName: string; organisationName: string; byGrade: MinutesByGrade; activityCount: number }[]
}

const gradeColumns = [...grades.map(grade => ({ head: `${grade} 级（分钟）`, width: 12 })), { head: '合计（分钟）', width: 12 }]
/** Masked names repeat; the end of the person's id tells them apart. */
const NUMBER_LENGTH = 8

const totalOf = (byGrade: MinutesByGrade) => grades.reduce((sum, grade) => sum + byGrade[grade], 0)

/** The minutes of a row by grade, and their sum. @param before columns that stand before them. */
function minuteCells(byGrade: MinutesByGrade, before: number, row: number): Cell[] {
  const formula = `SUM(${columnName(before + 1)}${row}:${columnName(before + grades.length)}${row})`
  return [...grades.map(grade => byGrade[grade]), { formula, result: totalOf(byGrade) }]
}

function totalsOf(sheet: Pick<Sheet, 'title'>, before: number, all: readonly MinutesByGrade[]): Cell[] {
  const sums = grades.map((grade, n) =>
    sumOf(
      sheet,
      before + 1 + n,
      all.map(byGrade => byGrade[grade])
    )
  )
  return ['合计', ...Array<undefined>(before - 1), ...sums, sumOf(sheet, before + 1 + grades.length, all.map(totalOf))]
}

function peopleSheet(title: string[], { lines }: HoursOnPaper): Sheet {
  const first = firstRowOf({ title })
  const columns = [
    { head: '编号', width: 11 },
    { head: '姓名', width: 10 },
    { head: '组织', width: 30 },
    { head: '活动数', width: 8 }
  ]
  const rows = lines.map((line, n) => [
    ...[line.personId.slice(-NUMBER_LENGTH), line.maskedName, line.organisationName, line.activityCount],
    ...minuteCells(line.byGrade, columns.length, first + n)
  ])
  const totals = totalsOf(
    { title },
    columns.length,
    lines.map(line => line.byGrade)
  )
  return { name: '按人', title, columns: [...columns, ...gradeColumns], rows, totals }
}

function organisationsSheet(title: string[], { lines }: HoursOnPaper): Sheet {
  const first = firstRowOf({ title })
  const names = [...new Set(lines.map(line => line.organisationName))]
  const columns = [
    { head: '组织', width: 30 },
    { head: '人数', width: 8 }
  ]
  const all = names.map(name => {
    const own = lines.filter(line => line.organisationName === name)
    const sum = (grade: (typeof grades)[number]) => own.reduce((minutes, line) => minutes + line.byGrade[grade], 0)
    return { name, personCount: own.length, byGrade: { A: sum('A'), B: sum('B'), C: sum('C'), D: sum('D') } }
  })
  const rows = all.map(({ name, personCount, byGrade }, n) => [name, personCount, ...minuteCells(byGrade, columns.length, first + n)])
  const totals = totalsOf(
    { title },
    columns.length,
    all.map(({ byGrade }) => byGrade)
  )
  return { name: '按组织', title, columns: [...columns, ...gradeColumns], rows, totals }
}

/** Final hours over a period: a sheet by person, one by organisation. Pure. */
export function hoursSheets(hours: HoursOnPaper): Sheet[] {
  const period = `${spokenDate(hours.from)}至${spokenDate(hours.to)} · ${hours.areaNames.join('、')}`
  const title = ['志愿服务时长', period, '只计已确认的时长；姓名已遮盖。']
  return [peopleSheet(title, hours), organisationsSheet(title, hours)]
}
