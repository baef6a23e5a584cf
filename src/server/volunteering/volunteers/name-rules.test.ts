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
