import * as v from 'valibot'
import { CategoryEntry } from '#contract/report-shapes'
import { pinyinOf } from '#server/reports/category-pinyin'

const yes = v.pipe(
  v.picklist(['yes', 'no']),
  v.transform(word => word === 'yes')
)
const number = v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/), v.transform(Number))
const absent = v.pipe(
  v.literal(''),
  v.transform(() => undefined)
)

/** Columns that are no plain words; every other one is taken as it stands. */
const Cells = v.looseObject({
  hours: number,
  isUrgent: yes,
  isReferredByDefault: yes,
  duplicateRadiusMetres: number,
  quickButton: v.union([absent, number]),
  needsPhoto: yes
})

/** The columns of the table, in their order. */
const columnNames = [
  ...['code', 'groupCode', 'groupName', 'name', 'mode', 'hours', 'clock', 'isUrgent', 'isReferredByDefault'],
  ...['duplicateRadiusMetres', 'quickButton', 'handler', 'needsPhoto', 'synonyms']
]
/**
 * Reads `content/categories.csv`: a plain table, no quoting. What the file may say is what an admin may save.
 * @throws naming the line where a row is not as it should be.
 */
export function parseCategories(csv: string) {
  const [, ...lines] = csv.trim().split(/\r?\n/)
  const codes = new Map<string, number>()
  return lines.map((line, index) => {
    const told = line.split(',')
    const cells = v.safeParse(Cells, Object.fromEntries(columnNames.map((name, column) => [name, told[column]])))
    const parsed = cells.success ? v.safeParse(CategoryEntry, cells.output) : cells
    const at = `categories.csv, line ${index + 2}`
    if (!parsed.success) throw new Error(`${at}: ${parsed.issues.map(issue => issue.message).join('; ')}`)
    const { code, name } = parsed.output
    if (codes.has(code)) throw new Error(`${at}: the code stands in line ${codes.get(code) ?? 0} before`)
    codes.set(code, index + 2)
    return { ...parsed.output, pinyin: pinyinOf(name) }
  })
}
