import { knowChineseFormats, shownNumber } from '#server/files/shown-number'
import standardFormats from 'exceljs/lib/xlsx/defaultnumformats.js'

const day = new Date('2026-12-02T00:00:00Z')
const evening = new Date('1899-12-30T22:00:00Z')

test.each<[number | boolean | Date, string | undefined, string]>([
  [0.9, '0%', '90%'],
  [0.905, '0.0%', '90.5%'],
  [evening, 'h:mm', '22:00'],
  [evening, '上午/下午h"时"mm"分"', '下午10时00分'],
  [day, 'm"月"d"日"', '12月2日'],
  [day, 'yyyy"年"m"月"d"日";@', '2026年12月2日'],
  [day, 'mm-dd-yy', '2026/12/2'],
  [200, '"¥"#,##0', '¥200'],
  [200, '[$¥-804]#,##0.00', '¥200.00'],
  [1234567, '#,##0', '1,234,567'],
  [0.1 + 0.2, undefined, '0.3'],
  [13812345678, 'General', '13812345678'],
  [true, undefined, 'TRUE']
])('%s in the form %s shows as %s', (value, form, shown) => {
  expect(shownNumber(value, form)).toBe(shown)
})

test('a form that nobody understands is not guessed', () => {
  expect(shownNumber(3, 'bad[')).toBeUndefined()
})

test('the Chinese forms of dates are known by their numbers', () => {
  knowChineseFormats()
  expect([28, 32, 58].map(id => standardFormats[id]?.f)).toEqual(['m"月"d"日"', 'h"时"mm"分"', 'm"月"d"日"'])
})
