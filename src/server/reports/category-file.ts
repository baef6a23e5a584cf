import * as v from 'valibot'
import { handlingModes } from '#contract/report-states'
import { pinyinOf } from '#server/reports/category-pinyin'

const yes = v.pipe(
  v.picklist(['yes', 'no']),
  v.transform(word => word === 'yes')
)
const number = v.pipe(v.string(), v.regex(/^[\d.]+$/), v.transform(Number))
const absent = v.pipe(
  v.literal(''),
  v.transform(() => undefined)
)

/** The columns of the table, in their order. */
const columns = {
  code: v.string(),
  groupCode: v.string(),
  groupName: v.string(),
  name: v.string(),
  mode: v.picklist(handlingModes),
  hours: number,
  clock: v.picklist(['working', 'natural']),
  isUrgent: yes,
  isReferredByDefault: yes,
  duplicateRadiusMetres: number,
  quickButton: v.union([absent, number]),
  handler: v.string()
}
const columnNames = Object.keys(columns)
const Line = v.object(columns)

/** Reads `content/categories.csv`: a plain table, no quoting. @throws naming the line where a row is not as it should be. */
export function parseCategories(csv: string) {
  const [, ...lines] = csv.trim().split(/\r?\n/)
  return lines.map((line, index) => {
    const cells = line.split(',')
    const parsed = v.safeParse(Line, Object.fromEntries(columnNames.map((name, column) => [name, cells[column]])))
    if (!parsed.success) throw new Error(`categories.csv, line ${index + 2}: ${parsed.issues.map(issue => issue.message).join('; ')}`)
    return { ...parsed.output, pinyin: pinyinOf(parsed.output.name) }
  })
}
