import * as v from 'valibot'
import { handlingModes } from '#contract/report-states'
import { pinyinOf } from '#server/reports/category-pinyin'

const yes = v.pipe(
  v.picklist(['yes', 'no']),
  v.transform(word => word === 'yes')
)
const number = v.pipe(v.string(), v.regex(/^[\d.]+$/), v.transform(Number))

const Line = v.tuple([
  v.string(),
  v.string(),
  v.string(),
  v.string(),
  v.picklist(handlingModes),
  number,
  v.picklist(['working', 'natural']),
  yes,
  yes,
  number,
  v.union([
    v.pipe(
      v.literal(''),
      v.transform(() => undefined)
    ),
    number
  ]),
  v.string()
])

/** Reads `content/categories.csv`: a plain table, no quoting. @throws naming the line where a row is not as it should be. */
export function parseCategories(csv: string) {
  const [, ...lines] = csv.trim().split(/\r?\n/)
  return lines.map((line, index) => {
    const parsed = v.safeParse(Line, line.split(','))
    if (!parsed.success) throw new Error(`categories.csv, line ${index + 2}: ${parsed.issues.map(issue => issue.message).join('; ')}`)
    const [
      code,
      groupCode,
      groupName,
      name,
      mode,
      hours,
      clock,
      isUrgent,
      isReferredByDefault,
      duplicateRadiusMetres,
      quickButton,
      handler
    ] = parsed.output
    return {
      code,
      groupCode,
      groupName,
      name,
      mode,
      hours,
      clock,
      isUrgent,
      isReferredByDefault,
      duplicateRadiusMetres,
      quickButton,
      handler,
      pinyin: pinyinOf(name)
    }
  })
}
