import ExcelJS from 'exceljs'
import type { SampleUnit } from '#contract/awareness-shapes'
import { csvOf, listHeads, listRows, pagesOf } from '#app/features/awareness/link-list-rules'
import { SURVEY_PATH, surveyLink } from '#app/features/awareness/survey-link-rules'
import { utf8, xlsxOf } from '#app/features/awareness/xlsx-file-rules'

const unit = (number: number): SampleUnit => ({
  ...{ sampleId: `s${number}`, number, communityId: 'c1', ageBand: '75+', sex: 'female', token: `Abc_-${number}` }
})
const nameOf = () => '云杉社区'

test('a link leads to the page where a token answers', () => {
  expect(SURVEY_PATH).toBe('/packages/quiz/survey/index')
  expect(surveyLink('Ab_-9', 'https://city.example.cn/')).toBe('https://city.example.cn/#/packages/quiz/survey/index?token=Ab_-9')
})

test('eight cards lie on a page, and the last page holds the rest', () => {
  const pages = pagesOf(Array.from({ length: 17 }, (_, n) => n))
  expect(pages.map(page => page.length)).toEqual([8, 8, 1])
  expect(pages.flat()).toEqual(Array.from({ length: 17 }, (_, n) => n))
})

test('the list names number, place, sex, age and link, and no cell can be a formula', () => {
  const rows = listRows([unit(3)], nameOf, 'https://x.cn/')
  expect(rows).toEqual([['3', '云杉社区', '女', '75 岁以上', 'https://x.cn/#/packages/quiz/survey/index?token=Abc_-3']])
  const csv = csvOf([listHeads, ...listRows([unit(3)], () => '=HYPERLINK("x"),', 'https://x.cn/')])
  expect(csv.startsWith('\ufeff编号,社区,性别,年龄,链接\r\n')).toBe(true)
  expect(csv).toContain(`3,"'=HYPERLINK(""x""),",女`)
})

test('letters of every length are written as UTF-8', () => {
  for (const text of ['a', 'é', '女', '𠮷🌱', '编号 No. 3']) expect(Buffer.from(utf8(text)).toString('utf8')).toBe(text)
})

test('the list as XLSX opens in a spreadsheet, text cell by text cell', async () => {
  const rows = [listHeads, ...listRows([unit(1), unit(2)], () => '=A1&"<b>"', 'https://x.cn/')]
  const bytes = Buffer.from(xlsxOf(rows, [8, 22, 8, 16, 80]))
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const sheet = book.getWorksheet('链接')!
  expect((sheet.getSheetValues() as unknown[][]).slice(1).map(row => row.slice(1))).toEqual(rows.map(row => [...row]))
  expect(sheet.getCell('B2').type).toBe(ExcelJS.ValueType.String)
})
