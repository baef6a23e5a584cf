import type { QuestionDraft } from '#contract/quiz-shapes'
import type { QuestionType } from '#contract/quiz-states'
import type { ImportFault } from '#contract/quizzes-exchange'
import type { OddCell, Table, TableRow } from '#server/files/document-content'
import {
  binColumns,
  columnHeads,
  columnOf,
  isHead,
  neededColumns,
  optionColumns,
  poolOfWord,
  typeOfWord,
  type ColumnName
} from '#server/quizzes/exchange/question-column-rules'
import {
  binIds,
  factIdsOf,
  faultAt,
  optionIds,
  trueFalseOptions,
  truthOf,
  type Place,
  type ReadFile,
  type ReadQuestion
} from '#server/quizzes/exchange/read-question-rules'

/** Lines above the head may explain the table. */
export const HEAD_WITHIN_LINES = 12
const DIFFICULTY_USUAL = 1

type Columns = ReadonlyMap<ColumnName, number>

/** What an export put before text that begins like a formula is taken off again. */
const plainOf = (cell: string) =>
  cell
    .replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')
    .replace(/\r\n?/g, '\n')
    .trim()

function readHead(row: TableRow): { columns: Columns; faults: ImportFault[] } {
  const columns = new Map<ColumnName, number>()
  const faults: ImportFault[] = []
  row.cells.forEach((cell, n) => {
    const name = columnOf(plainOf(cell))
    if (!name) return
    if (columns.has(name)) faults.push(faultAt({ line: row.line, column: n + 1 }, 'column-twice', cell))
    else columns.set(name, n + 1)
  })
  const after = { line: row.line, column: row.cells.length + 1 }
  for (const name of neededColumns) if (!columns.has(name)) faults.push(faultAt(after, 'column-missing', columnHeads[name]))
  return { columns, faults }
}

/** What stands above the head or in a column that is not read is no concern; a fault that ends the reading is, wherever it is. */
const isConcerned = ({ line, column, reason }: OddCell, headLine: number, columns: Columns) =>
  reason === 'quote-broken' || (line >= headLine && (reason === 'too-many-columns' || [...columns.values()].includes(column)))

/** A row of the table by the names of its columns. */
interface NamedRow {
  line: number
  textOf: (name: ColumnName) => string
  placeOf: (name: ColumnName) => Place
}

const named = ({ line, cells }: TableRow, columns: Columns): NamedRow => ({
  line,
  textOf: name => plainOf(cells[(columns.get(name) ?? 0) - 1] ?? ''),
  placeOf: name => ({ line, column: columns.get(name) ?? columns.get('stem') ?? 1 })
})

/** Filled cells of numbered columns; one left out in between would move the letters of the key. */
function listOf(row: NamedRow, names: readonly ColumnName[]): { texts: string[]; skipped: ColumnName | undefined } {
  const texts = names.map(row.textOf)
  const count = texts.findLastIndex(text => text !== '') + 1
  const gap = texts.slice(0, count).indexOf('')
  return { texts: texts.slice(0, count), skipped: gap < 0 ? undefined : names[gap] }
}

/** The letters of a key, `A、C` or `ac`, as ids of options; undefined where it is anything else. */
function lettersOf(text: string): string[] | undefined {
  const letters = text.normalize('NFKC').replace(/[\s,、;.>→|]/g, '')
  return /^[A-Ja-j]+$/.test(letters) ? Array.from(letters.toLowerCase()) : undefined
}

/** `A1 B2 C3`: each option and the number of its bin. */
function placedOf(text: string): Record<string, string> | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,、;|=:-]/g, '')
  if (!/^([A-Ja-j][1-6])+$/.test(plain)) return undefined
  const pairs = plain.toLowerCase().match(/../g) ?? []
  return Object.fromEntries(pairs.map(pair => [pair[0] ?? '', binIds[Number(pair[1]) - 1] ?? '']))
}

function keyOf(type: QuestionType, text: string): QuestionDraft['key'] | undefined {
  if (type === 'fill')
    return {
      texts: text
        .split(/[|｜]/)
        .map(part => part.trim())
        .filter(part => part !== '')
    }
  if (type === 'bins') {
    const bins = placedOf(text)
    return bins && { bins }
  }
  const truth = type === 'true-false' ? truthOf(text) : undefined
  if (truth) return { optionIds: [truth] }
  const letters = lettersOf(text)
  if (type === 'true-false') return letters && { optionIds: letters.map(letter => (letter === 'a' ? 't' : letter === 'b' ? 'f' : letter)) }
  return letters && (type === 'order' ? { order: letters } : { optionIds: letters })
}

const optionsOf = (type: QuestionType, texts: readonly string[]) => {
  if (type !== 'true-false') return texts.map((text, n) => ({ optionId: optionIds[n] ?? '', text }))
  return texts.length === 0
    ? trueFalseOptions
    : texts.map((text, n) => ({ optionId: trueFalseOptions[n]?.optionId ?? optionIds[n] ?? '', text }))
}

const emptyKeyOf = (type: QuestionType): QuestionDraft['key'] =>
  type === 'fill' ? { texts: [] } : type === 'bins' ? { bins: {} } : type === 'order' ? { order: [] } : { optionIds: [] }

function readRow(row: NamedRow, factId: string | undefined): { question?: ReadQuestion; faults: ImportFault[] } {
  const faults: ImportFault[] = []
  const blame = (name: ColumnName, reason: ImportFault['reason']) => void faults.push(faultAt(row.placeOf(name), reason, row.textOf(name)))
  const type = typeOfWord(row.textOf('type'))
  if (!type) {
    blame('type', 'type-unknown')
    return { faults }
  }
  const [options, bins] = [listOf(row, optionColumns), listOf(row, binColumns)]
  for (const { skipped } of [options, bins]) if (skipped) blame(skipped, 'option-skipped')
  const pool = row.textOf('pool') === '' ? 'practice' : poolOfWord(row.textOf('pool'))
  if (!pool) blame('pool', 'pool-unknown')
  const difficulty = row.textOf('difficulty') === '' ? DIFFICULTY_USUAL : Number(row.textOf('difficulty'))
  if (![1, 2, 3].includes(difficulty)) blame('difficulty', 'difficulty-unknown')
  const key = keyOf(type, row.textOf('key'))
  if (!key && row.textOf('key') !== '') blame('key', 'key-unreadable')
  const draft: QuestionDraft = {
    ...{ factIds: factIdsOf(row.textOf('fact'), factId), type, pool: pool ?? 'practice' },
    difficulty: [1, 2, 3].includes(difficulty) ? difficulty : DIFFICULTY_USUAL,
    stem: row.textOf('stem'),
    ...((type !== 'fill' || options.texts.length > 0) && { options: optionsOf(type, options.texts) }),
    ...(bins.texts.length > 0 && { bins: bins.texts.map((text, n) => ({ binId: binIds[n] ?? '', text })) }),
    key: key ?? emptyKeyOf(type),
    explanation: row.textOf('explanation')
  }
  const places = {
    ...{ type: row.placeOf('type'), stem: row.placeOf('stem'), key: row.placeOf('key'), explanation: row.placeOf('explanation') },
    ...{ fact: row.placeOf('fact'), difficulty: row.placeOf('difficulty'), pool: row.placeOf('pool'), bins: row.placeOf('bin1') },
    options: optionColumns.map(row.placeOf)
  }
  // A cell that could not be read is named already; its question would only be blamed for the same again.
  const isJudged = key !== undefined || row.textOf('key') === ''
  return { ...(isJudged && { question: { line: row.line, draft, places } }), faults }
}

/** Questions of a table whose head names its columns. @param factId the fact of rows that name none. */
export function readQuestionTable(table: Table, factId?: string): ReadFile {
  const at = table.rows.slice(0, HEAD_WITHIN_LINES).findIndex(({ cells }) => isHead(cells.map(plainOf)))
  const head = table.rows[at]
  if (!head) return { rows: 0, questions: [], faults: [faultAt({ line: table.rows[0]?.line ?? 1, column: 1 }, 'head-missing')] }
  const { columns, faults } = readHead(head)
  const oddCells = table.odd.filter(cell => isConcerned(cell, head.line, columns))
  const odd = oddCells.map(({ reason, value, ...place }) => faultAt(place, reason, value))
  const rows = table.rows.slice(at + 1)
  if (faults.length > 0) return { rows: rows.length, questions: [], faults: [...odd, ...faults] }
  const oddLines = new Set(oddCells.map(cell => cell.line))
  const read = rows.filter(row => !oddLines.has(row.line)).map(row => readRow(named(row, columns), factId))
  return {
    rows: rows.length,
    questions: read.flatMap(({ question }) => question ?? []),
    faults: [...odd, ...read.flatMap(row => row.faults)]
  }
}
