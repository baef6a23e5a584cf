import { importFaults } from '#contract/quizzes-exchange'
import { columnLetters, countBadLines, needsFact, placeWords } from '#app/features/question-bank/import-rules'
import { importFaultWords } from '#app/words/question-import'

test('columns are named as a spreadsheet names them', () => {
  expect([1, 2, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual(['A', 'B', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})

test('a place in a table is a line and a letter, in a text a line and a character', () => {
  const at = { line: 7, column: 3 }
  expect(placeWords('题目.XLSX', at)).toBe('第 7 行 C 列')
  expect(placeWords('题目.csv', at)).toBe('第 7 行 C 列')
  expect(placeWords('quiz.gift.txt', at)).toBe('第 7 行第 3 个字')
})

test('lines with several faults count once', () => {
  expect(countBadLines([{ line: 3 }, { line: 3 }, { line: 9 }])).toBe(2)
  expect(needsFact([{ reason: 'stem-missing' }])).toBe(false)
  expect(needsFact([{ reason: 'fact-missing' }])).toBe(true)
})

test('every fault the server may name has a sentence of its own that says what to do', () => {
  const sentences = importFaults.map(importFaultWords)
  expect(sentences.filter(sentence => !/^.{6,}[。！]$/.test(sentence))).toEqual([])
})
