import { resultsOf } from '#app/features/reports/work-dispatch-rules'
import { refusalWords } from '#app/words/refusals'

const cards = ['a', 'b', 'c'].map(reportId => ({ reportId, number: `2611-${reportId}`, categoryName: '暴露垃圾' }))

test('each case says whether it went, and if not why', () => {
  const results = resultsOf(cards, [{ reportId: 'b', refusal: 'unit-does-not-cover' }, { reportId: 'a' }])
  expect(results.map(({ hasGone }) => hasGone)).toEqual([true, false, false])
  expect(results[1]?.sentence).toBe(refusalWords['unit-does-not-cover'])
})

test('a refusal this build does not know is still said in words', () => {
  expect(resultsOf(cards.slice(0, 1), [{ reportId: 'a', refusal: 'new-one' }])[0]?.sentence).toBe(refusalWords.unexpected)
})
