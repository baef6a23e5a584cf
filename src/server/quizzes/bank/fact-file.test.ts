import { readFileSync } from 'node:fs'
import { parseFacts } from '#server/quizzes/bank/fact-file'

const csv = readFileSync('content/facts.csv', 'utf8')

test('the table of facts the product ships is read whole', () => {
  const facts = parseFacts(csv)
  expect(facts).toHaveLength(374)
  expect(new Set(facts.map(fact => fact.factId)).size).toBe(facts.length)
  expect(new Set(facts.map(fact => fact.topic)).size).toBe(13)
  expect(facts.filter(fact => fact.scope === '国家')).toHaveLength(352)
  expect(facts.find(fact => fact.factId === 'F049')).toEqual({
    ...{ factId: 'F049', topic: '交通文明', statement: '开车行经人行横道不按规定减速、停车、避让行人，一次记3分。' },
    ...{ law: '道路交通安全违法行为记分管理办法', version: '2021-12-17', article: '第十一条第（七）项', scope: '国家' },
    ...{ reviewBy: '2027-11-30', distractors: ['1分', '6分', '9分'], note: '上位法正在修订，届时重核' }
  })
})

test('a row that is not as it should be is named by its line', () => {
  const [head, first] = csv.split('\n') as [string, string]
  const table = (row: string) => [head, first, row].join('\n')
  expect(() => parseFacts(table(first.replace('国家,2027', '全国,2027')))).toThrow('facts.csv, line 3')
  expect(() => parseFacts(table(first.replace('2027-11-30', 'soon')))).toThrow('facts.csv, line 3')
  expect(() => parseFacts(table(`${first},more`))).toThrow('facts.csv, line 3: 11 cells')
})
