import type { InterviewWave } from '#contract/quizzes-fielding'
import { fieldworkKept, fieldworkWords } from '#app/features/fielding/fieldwork-rules'

const autumn = { waveId: 'w1', title: '秋季知晓率调查', heldCount: 0 }

test('an interviewer reads what is in hand, and where nothing is, what to do next; who is none reads nothing', () => {
  expect(fieldworkWords([autumn])).toBe('秋季知晓率调查 · 去领要访问的户')
  expect(fieldworkWords([{ ...autumn, heldCount: 3 }])).toBe('秋季知晓率调查 · 手上 3 户')
  expect(
    fieldworkWords([
      { ...autumn, heldCount: 3 },
      { ...autumn, waveId: 'w2', heldCount: 1 }
    ])
  ).toBe('2 个调查 · 手上 4 户')
  expect(fieldworkWords([])).toBeUndefined()
})

test('without network what the phone keeps says the same', () => {
  const kept = { ...autumn, channel: 'household', closesOn: '2026-12-01', communities: [], doneCount: 2, units: [{}, {}] }
  expect(fieldworkKept([kept as unknown as InterviewWave])).toEqual([{ ...autumn, heldCount: 2 }])
})
