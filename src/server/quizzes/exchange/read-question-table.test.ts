import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import type { QuestionDraft } from '#contract/quiz-shapes'
import { parseFacts } from '#server/quizzes/bank/fact-file'
import { parseQuestionFile } from '#server/quizzes/bank/question-file-rules'
import { safeText } from '#server/documents/workbook'
import { readCsv, writeCsv } from '#server/quizzes/exchange/csv-table'
import { faultsOfImport } from '#server/quizzes/exchange/import-check-rules'
import { columnHeads, columnNames, type ColumnName } from '#server/quizzes/exchange/question-column-rules'
import { readImport } from '#server/quizzes/exchange/read-import'
import { readQuestionTable } from '#server/quizzes/exchange/read-question-table'
import { exampleRows, tableCells, tableHeads } from '#server/quizzes/exchange/write-questions-rules'

const scopes = new Map(parseFacts(readFileSync('content/facts.csv', 'utf8')).map(fact => [fact.factId, fact.scope]))
const shipped: QuestionDraft[] = readdirSync('content/questions').flatMap(name =>
  parseQuestionFile(readFileSync(`content/questions/${name}`, 'utf8'), name).map(({ questionId: _, state: __, ...draft }) => draft)
)
const bank = { scopes, stems: new Set(['已经有人问过的题目是哪一道？']) }

const good: Partial<Record<ColumnName, string>> = {
  ...{
    type: '单选',
    stem: '开车经过人行横道不让行，一次记几分？',
    option1: '1分',
    option2: '3分',
    option3: '6分',
    option4: '9分',
    key: 'B'
  },
  ...{ explanation: '不按规定让行一次记3分，请先停车看一看。依据《道路交通安全违法行为记分管理办法》第十一条。', fact: 'F049' }
}
const column = (name: ColumnName) => columnNames.indexOf(name) + 1
const tableOf = (...rows: Partial<Record<ColumnName, string>>[]) => ({
  rows: [columnNames.map(name => columnHeads[name]), ...rows.map(row => columnNames.map(name => row[name] ?? ''))].map((cells, n) => ({
    line: n + 1,
    cells
  })),
  odd: []
})
const faultsOf = (...rows: Partial<Record<ColumnName, string>>[]) =>
  faultsOfImport(readQuestionTable(tableOf(...rows)), bank).map(({ line, column: at, reason }) => [line, at, reason])

describe('a table of questions', () => {
  test('has no fault where it is filled in as the template shows', () => {
    expect(faultsOf(good)).toEqual([])
    const examples = { rows: [tableHeads, ...exampleRows].map((cells, n) => ({ line: n + 1, cells })), odd: [] }
    expect(faultsOfImport(readQuestionTable(examples), bank)).toEqual([])
  })

  const truth = { ...good, option1: '', option2: '', option3: '', option4: '' }
  const faulty: [string, Partial<Record<ColumnName, string>>, ColumnName][] = [
    ['type-unknown', { type: '问答' }, 'type'],
    ['stem-missing', { stem: ' ' }, 'stem'],
    ['stem-length', { stem: '问'.repeat(81) }, 'stem'],
    ['stem-known', { stem: '已经有人问过的题目是哪一道？' }, 'stem'],
    ['forbidden-phrase', { stem: '以下说法正确的是哪一个呢？' }, 'stem'],
    ['key-missing', { key: '' }, 'key'],
    ['key-not-an-option', { key: 'E' }, 'key'],
    ['key-more-than-one', { key: 'A,B' }, 'key'],
    ['key-unreadable', { key: '第二个' }, 'key'],
    ['option-skipped', { option2: '' }, 'option2'],
    ['option-twice', { option3: '3分' }, 'option3'],
    ['option-length', { option4: '九'.repeat(41) }, 'option4'],
    ['explanation-missing', { explanation: '' }, 'explanation'],
    ['explanation-length', { explanation: '《法》第一条' }, 'explanation'],
    ['source-missing', { explanation: '大家都应当这样做，这样做对自己好，对邻居也很好。' }, 'explanation'],
    ['fact-missing', { fact: '' }, 'fact'],
    ['fact-unknown', { fact: 'F999' }, 'fact'],
    ['fact-twice', { fact: 'F049,F049' }, 'fact'],
    ['difficulty-unknown', { difficulty: '难' }, 'difficulty'],
    ['pool-unknown', { pool: '考试' }, 'pool'],
    ['anchor-not-single', { ...truth, type: '判断', key: '对', pool: '锚题' }, 'pool'],
    ['bins-not-wanted', { bin1: '可回收物' }, 'bin1'],
    ['blank-missing', { ...truth, type: '填空', key: '3' }, 'stem'],
    ['fill-not-plain', { ...truth, type: '填空', stem: '不让行一次记____分，对吧', key: '３' }, 'key'],
    ['too-few-bins', { type: '归类', key: 'A1 B1 C1 D1', bin1: '记分' }, 'bin1'],
    ['order-incomplete', { type: '排序', key: 'ABC' }, 'key'],
    ['no-wrong-option', { type: '多选', key: 'ABCD' }, 'key'],
    ['character-unreadable', { option1: '一\u0007分' }, 'option1']
  ]
  test.each(faulty)('names %s by its line and column', (reason, change, at) => {
    const faults = faultsOf({ ...good, stem: '另一道没有毛病的题目应当怎么答？' }, { ...good, ...change })
    expect(faults).toContainEqual([3, column(at), reason])
    expect(faults.every(([line]) => line === 3)).toBe(true)
  })

  test('tells the first 40 characters of what is wrong, of every bad row at once', () => {
    const read = readQuestionTable(tableOf({ ...good, type: '问'.repeat(50) }, { ...good, type: '' }, good, good))
    expect(faultsOfImport(read, bank)).toEqual([
      { line: 2, column: 1, reason: 'type-unknown', value: '问'.repeat(40) },
      { line: 3, column: 1, reason: 'type-unknown' },
      { line: 5, column: 2, reason: 'duplicate-stem', value: good.stem }
    ])
    expect(read.rows).toBe(4)
  })

  test('takes the fact of the whole file where a row names none', () => {
    const read = readQuestionTable(tableOf({ ...good, fact: '' }), 'F049')
    expect(faultsOfImport(read, bank)).toEqual([])
    expect(read.questions[0]?.draft.factIds).toEqual(['F049'])
  })

  test('needs its head, once each, wherever its columns stand', () => {
    const reasons = (cells: string[]) =>
      readQuestionTable({ rows: [{ line: 1, cells }], odd: [] }).faults.map(fault => [fault.column, fault.reason])
    expect(reasons(['一', '二'])).toEqual([[1, 'head-missing']])
    expect(reasons(['题型', '题干', '解析', '题干', '答案'])).toEqual([[4, 'column-twice']])
    expect(reasons(['题干', '题型'])).toEqual([
      [3, 'column-missing'],
      [3, 'column-missing']
    ])
    expect(reasons(['备注', '答案', '解析', '题干', '题型'])).toEqual([])
  })

  test('is understood below any title, whatever stands beside its heads, and what it does not read is no concern', () => {
    const marked: Partial<Record<ColumnName, string>> = {
      type: '题型*',
      stem: ' 题干（必填）',
      key: '答案(必填，见说明)',
      option1: '选项Ａ：'
    }
    const heads = columnNames.map(name => marked[name] ?? columnHeads[name])
    const table = {
      rows: [
        { line: 1, cells: ['二〇二六年社区题目'] },
        { line: 2, cells: [...heads, '备注'] },
        { line: 3, cells: columnNames.map(name => good[name] ?? '') }
      ],
      odd: [
        { line: 1, column: 2, reason: 'cell-merged' as const },
        { line: 1, column: 3, reason: 'formula' as const, value: '=TODAY()' },
        { line: 3, column: heads.length + 1, reason: 'formula' as const, value: '=1+1' }
      ]
    }
    expect(faultsOfImport(readQuestionTable(table), bank)).toEqual([])
    expect(readQuestionTable(table).questions).toHaveLength(1)
    const merged = { ...table, odd: [{ line: 3, column: 2, reason: 'cell-merged' as const }] }
    expect(readQuestionTable(merged).faults).toEqual([{ line: 3, column: 2, reason: 'cell-merged' }])
  })

  test('is refused as a whole where it is far too long or holds no row', () => {
    const many = tableOf(...Array.from({ length: 2001 }, (_, n) => ({ ...good, stem: `第${n}道题的题干应当怎么写？` })))
    expect(faultsOfImport(readQuestionTable(many), bank)).toEqual([{ line: 2002, column: 1, reason: 'too-many-rows' }])
    expect(faultsOf()).toEqual([[1, 1, 'no-rows']])
  })
})

describe('CSV', () => {
  const csv = (...lines: string[]) => readCsv(lines.join('\n'))

  test('reads commas or tabs, quotes, a byte order mark, and the line a record begins in', () => {
    expect(csv('\uFEFF题型,题干', '单选,"一""二"",', '三"', '', '多选,四').rows).toEqual([
      { line: 1, cells: ['题型', '题干'] },
      { line: 2, cells: ['单选', '一"二",\n三'] },
      { line: 5, cells: ['多选', '四'] }
    ])
    expect(csv('题型\t题干', '单选\t一,二').rows[1]?.cells).toEqual(['单选', '一,二'])
    expect(readCsv('题型,题干\r\n单选,一\r\n').rows[1]).toEqual({ line: 2, cells: ['单选', '一'] })
  })

  test('names a formula and a quote that is never closed, and reads nothing of their rows', () => {
    expect(csv('题型,题干', '单选,=1+1').odd).toEqual([{ line: 2, column: 2, reason: 'formula', value: '=1+1' }])
    expect(csv('题型,题干', '单选,一', '单选,"二').odd).toEqual([{ line: 3, column: expect.any(Number) as number, reason: 'quote-broken' }])
    expect(csv('题型,题干', '单选,一"二"').odd[0]).toMatchObject({ line: 2, reason: 'quote-broken' })
  })

  test('gives back any cells it was given', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map(text => text.replace(/\r/g, '').replace(/^[=＝\s]+/, '') + '字')
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), rows => {
        // A tab in the first line would say that tabs separate.
        fc.pre(!rows[0]?.join('').includes('\t'))
        expect(readCsv(writeCsv(rows)).rows.map(row => row.cells)).toEqual(rows)
      })
    )
  })
})

/** A draft with its options and bins named as an import names them. */
function relettered(draft: QuestionDraft): QuestionDraft {
  const options = new Map(
    (draft.options ?? []).map(({ optionId }, n) => [optionId, draft.type === 'true-false' ? 'tf'[n]! : 'abcdefghij'[n]!])
  )
  const bins = new Map((draft.bins ?? []).map(({ binId }, n) => [binId, 'xyzwvu'[n]!]))
  const { key } = draft
  const ids = (list: readonly string[]) => list.map(id => options.get(id)!)
  return {
    ...draft,
    ...(draft.options && { options: draft.options.map(({ optionId, text }) => ({ optionId: options.get(optionId)!, text })) }),
    ...(draft.bins && { bins: draft.bins.map(({ binId, text }) => ({ binId: bins.get(binId)!, text })) }),
    key:
      'texts' in key
        ? key
        : 'order' in key
          ? { order: ids(key.order) }
          : 'bins' in key
            ? { bins: Object.fromEntries(Object.entries(key.bins).map(([option, bin]) => [options.get(option)!, bins.get(bin)!])) }
            : { optionIds: ids(key.optionIds).sort() }
  }
}

test('the shipped bank that goes out as a table comes in again as it was, without a fault', () => {
  const csv = writeCsv([tableHeads, ...shipped.map(draft => tableCells({ questionId: 'any', draft }).map(safeText))])
  const read = readImport({ kind: 'text', text: csv }, undefined)
  expect(faultsOfImport(read, { scopes, stems: new Set() })).toEqual([])
  expect(read.questions.map(question => relettered(question.draft))).toEqual(shipped.map(relettered))
})

test('words of any kind go out and come in again, those that look like a formula too', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map(each => each.replace(/\r/g, '').trim() || '字')
    .filter(each => !each.startsWith("'"))
  const drafts = fc.record({ stem: text, explanation: text, texts: fc.uniqueArray(text, { minLength: 3, maxLength: 9 }), key: fc.nat(2) })
  fc.assert(
    fc.property(drafts, ({ stem, explanation, texts, key }) => {
      const options = texts.map((each, n) => ({ optionId: 'abcdefghi'[n]!, text: each }))
      const draft: QuestionDraft = {
        ...{ factIds: ['F049'], type: 'single', pool: 'practice', difficulty: 2, stem, explanation, options },
        key: { optionIds: ['abc'[key]!] }
      }
      const csv = writeCsv([tableHeads, tableCells({ questionId: 'any', draft }).map(safeText)])
      expect(readImport({ kind: 'text', text: csv }, undefined).questions.map(question => question.draft)).toEqual([draft])
    })
  )
})
