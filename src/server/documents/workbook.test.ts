import { readdirSync, readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { writeWorkbook } from '#server/documents/workbook'

const at = new Date('2026-11-23T01:00:00Z')
const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '']
const typed = fc
  .tuple(
    fc.constantFrom(...starts),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('', '\uffff', '\ud800', '\u0000', '\u000b')
  )
  .map(([start, words, forbidden]) => `${forbidden}${start}${words}`)

test('whatever people typed, wherever it stands in a sheet, it is text, no program takes it for a formula, and the file opens', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(typed, { minLength: 5, maxLength: 5 }), async ([title, head, first, second, total]) => {
      const sheet = { name: '表', title: [title!], columns: [{ head: head!, width: 9 }], rows: [[first], [second]], totals: [total] }
      const book = new ExcelJS.Workbook()
      await book.xlsx.load((await writeWorkbook([sheet], at)) as unknown as ArrayBuffer)
      book.worksheets[0]!.eachRow(row =>
        row.eachCell(cell => {
          expect(cell.type).toBe(ExcelJS.ValueType.String)
          expect(cell.text).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
        })
      )
    }),
    { numRuns: 60 }
  )
})

test('every workbook is written here: nobody else makes one', () => {
  const files = readdirSync('src/server', { recursive: true, encoding: 'utf8' }).filter(
    name => name.endsWith('.ts') && !name.endsWith('.test.ts')
  )
  const makers = files.filter(name => /new Excel\w*\.Workbook\(/.test(readFileSync(`src/server/${name}`, 'utf8')))
  expect(makers.sort()).toEqual(['documents/workbook.ts', 'files/read-workbook.ts'])
})
