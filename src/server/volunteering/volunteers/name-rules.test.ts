import { maskName } from '#server/volunteering/volunteers/name-rules'

test('a roster shows the first character of a name and hides the rest, and leaves out a title before it', () => {
  expect(['周建国', '欧阳', '𬭎儿', ' 林晓 ', '居民 小满', '居民 小满 手机'].map(maskName)).toEqual([
    '周**',
    '欧**',
    '𬭎**',
    '林**',
    '小**',
    '小**'
  ])
  expect(maskName('')).toBe('***')
})

test('a blank inside a name shows the family name, never a character of the given one', () => {
  expect(['王 小二', '王　小二', '欧阳 小 满', '志愿者 王 小二', '居民　小满', '居民'].map(maskName)).toEqual([
    '王**',
    '王**',
    '欧**',
    '王**',
    '小**',
    '居**'
  ])
})

test('what nobody sees is no first character', () => {
  expect(['\u200b王小二', '\u3164', '\u0301王', '\u2800', '\ufeff居民 小满'].map(maskName)).toEqual(['王**', '***', '王**', '***', '小**'])
})
