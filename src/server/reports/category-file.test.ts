import { readFileSync } from 'node:fs'
import { parseCategories } from '#server/reports/category-file'

const csv = readFileSync('content/categories.csv', 'utf8')

test('the table the product ships is read whole', () => {
  const categories = parseCategories(csv)
  expect(categories).toHaveLength(csv.trim().split('\n').length - 1)
  expect(new Set(categories.map(category => category.code)).size).toBe(categories.length)
  expect(categories.find(category => category.code === '1001')).toEqual({
    ...{ code: '1001', groupCode: '10', groupName: '环境卫生', name: '暴露垃圾', mode: 'FIX', hours: 4, clock: 'working' },
    ...{
      isUrgent: false,
      isReferredByDefault: false,
      duplicateRadiusMetres: 30,
      quickButton: 1,
      handler: '环卫/物业',
      needsPhoto: true,
      pinyin: 'baolulaji bllj'.replace('bl lj', 'bllj'),
      synonyms: '垃圾 乱扔垃圾 垃圾堆 垃圾袋 脏'
    }
  })
})

test('five categories are quick buttons, and every urgent one runs by the natural clock', () => {
  const categories = parseCategories(csv)
  expect(categories.flatMap(category => category.quickButton ?? []).sort()).toEqual([1, 2, 3, 4, 5])
  expect(categories.filter(category => category.isUrgent && category.clock !== 'natural')).toEqual([])
})

test('a row that is not as it should be is named by its line', () => {
  const [head, first] = csv.split('\n') as [string, string]
  expect(() => parseCategories([head, first, first.replace('FIX', 'MEND')].join('\n'))).toThrow('categories.csv, line 3')
  expect(() => parseCategories([head, first.replace(',4,', ',four,')].join('\n'))).toThrow('categories.csv, line 2')
})

test('residents choose from words of their own: no office words, and brackets and commas as Chinese writes them', () => {
  for (const { name } of parseCategories(csv)) {
    expect(name).not.toMatch(/[()[\]<>:;!?]|测评|黄土|缺株|淤积|飞线$|占堵|店招/)
    expect(name.length).toBeLessThanOrEqual(16)
  }
})
