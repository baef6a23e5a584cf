import { stepForFactor, stepShown } from '#app/platform/text-scale-rules'

test.each([
  [0.8, 1],
  [1, 1],
  [1.1, 2],
  [1.2, 2],
  [1.25, 3],
  [1.4, 3],
  [1.5, 4],
  [2.4, 4]
] as const)('a phone set to %s times shows step %s: never smaller than asked, up to the largest', (factor, step) => {
  expect(stepForFactor(factor)).toBe(step)
})

test('长辈版 is never smaller than 1.4, and keeps a larger choice', () => {
  expect(stepShown({ isElder: true }, 1)).toBe(3)
  expect(stepShown({ isElder: true, step: 2 }, 1)).toBe(3)
  expect(stepShown({ isElder: true, step: 4 }, 1)).toBe(4)
})

test('a chosen size stands whatever the phone says', () => {
  expect(stepShown({ isElder: false, step: 1 }, 1.7)).toBe(1)
})
