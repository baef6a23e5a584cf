import type { Category } from '#contract/report-shapes'
import { categoryFrom, newCategory, typedOf } from '#app/packages/city/settings/category-form-rules'

const category: Category = {
  code: '1001',
  version: 3,
  groupCode: '10',
  groupName: '市容环境',
  name: '暴露垃圾',
  mode: 'FIX',
  hours: 4,
  clock: 'working',
  isUrgent: false,
  isReferredByDefault: false,
  duplicateRadiusMetres: 30,
  quickButton: 1,
  handler: '环卫',
  pinyin: 'baolulaji',
  synonyms: '垃圾 垃圾袋',
  needsPhoto: false
}

test('a category typed as it was is saved as it was, without its version', () => {
  const { version: _, pinyin: __, ...rest } = category
  expect(categoryFrom(typedOf(category))).toEqual({ category: rest })
})

test('a new category needs a code and a group', () => {
  expect(categoryFrom({ ...typedOf(newCategory), name: '新的' })).toHaveProperty('fault')
  const typed = { ...typedOf(newCategory), name: '新的', code: '9901', groupCode: '99', groupName: '其他' }
  expect(categoryFrom(typed)).toMatchObject({ category: { code: '9901', groupCode: '99' } })
  expect(categoryFrom({ ...typed, code: '有空 格' })).toHaveProperty('fault')
})

test('taken off the home page it has no button any more', () => {
  expect(categoryFrom({ ...typedOf(category), quickButton: undefined })).not.toHaveProperty('category.quickButton')
})

test('limits out of range are said in words', () => {
  expect(categoryFrom({ ...typedOf(category), hours: 'x' })).toHaveProperty('fault')
  expect(categoryFrom({ ...typedOf(category), radius: '5' })).toHaveProperty('fault')
  expect(categoryFrom({ ...typedOf(category), name: ' ' })).toHaveProperty('fault')
})
