import { closingOf } from '#app/features/awareness/closing-rules'

const wave = { closesOn: '2026-12-01', sampleSize: 172, answeredCount: 69 }

test('before its last day nobody is led to end a survey, and the day is named', () => {
  const { look, sentence } = closingOf(wave, '2026-11-30')
  expect(look).toBe('quiet')
  expect(sentence).toMatch(/^原定问到 12 月 1 日。还有 103 人没答/)
})

test.each(['2026-12-01', '2026-12-02'])('on %s ending it is what comes next', today => {
  const { look, sentence } = closingOf(wave, today)
  expect(look).toBe('primary')
  expect(sentence).toMatch(/^还有 103 人没答/)
})
