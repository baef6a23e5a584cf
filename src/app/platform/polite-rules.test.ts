import { politeWords } from '#app/platform/polite-rules'

test('长辈版 says 您 wherever a sentence says 你, and the rest of the app says 你', () => {
  expect(politeWords('你写的都还在，有进展写给你看。', true)).toBe('您写的都还在，有进展写给您看。')
  expect(politeWords('有进展写给你看。', false)).toBe('有进展写给你看。')
})
