import * as v from 'valibot'
import { BusinessDate } from '#contract/shapes'

const filled = v.pipe(v.string(), v.minLength(1))
const separated = v.pipe(
  filled,
  v.transform(text => text.split('|'))
)

/** The columns of the table, in their order. */
const columns = {
  factId: v.pipe(v.string(), v.regex(/^F\d{3}$/)),
  topic: filled,
  statement: filled,
  law: filled,
  /** When the text in force was passed: a day, or the month or the year where only that is known. */
  version: v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)),
  article: filled,
  /** `国家`, or `地方:` and the place whose own rule it is, from the province down: 浙江, 浙江嘉兴. It is asked nowhere else. */
  scope: v.pipe(v.string(), v.regex(/^(国家|地方:\S+)$/)),
  /**
   * When an editor reads the text again: within months where a draft of a new law is out or only one copy was read, yearly for rules
   * of a city or province, three years for the constitution and the civil code.
   */
  reviewBy: BusinessDate,
  /** Wrong values that a writer may sharpen into options. */
  distractors: separated,
  /** For writers and editors; residents never see it. */
  note: v.string()
}
const columnNames = Object.keys(columns)
const Fact = v.object(columns)

/** One checked statement from law, with where it stands. */
export type Fact = v.InferOutput<typeof Fact>

/** Reads `content/facts.csv`: a plain table, no quoting. @throws naming the line where a row is not as it should be. */
export function parseFacts(csv: string): Fact[] {
  const [, ...lines] = csv.trim().split(/\r?\n/)
  return lines.map((line, index) => {
    const cells = line.split(',')
    const parsed = v.safeParse(Fact, Object.fromEntries(columnNames.map((name, column) => [name, cells[column]])))
    // An ASCII comma inside a cell moves all cells after it, which the columns alone would not always notice.
    if (!parsed.success || cells.length !== columnNames.length) {
      const reasons = parsed.success ? `${cells.length} cells` : parsed.issues.map(issue => issue.message).join('; ')
      throw new Error(`facts.csv, line ${index + 2}: ${reasons}`)
    }
    return parsed.output
  })
}
