import { readFileSync } from 'node:fs'
import { parseFacts } from '#server/quizzes/bank/fact-file'

const csv = readFileSync('content/facts.csv', 'utf8')

test('the table of facts the product ships is read whole', () => {
  const facts = parseFacts(csv)
  expect(facts).toHaveLength(378)
  expect(new Set(facts.map(fact => fact.factId)).size).toBe(facts.length)
  expect(new Set(facts.map(fact => fact.topic)).size).toBe(13)
  expect(facts.filter(fact => fact.scope === '国家')).toHaveLength(365)
  expect(facts.find(fact => fact.factId === 'F049')).toEqual({
    ...{ factId: 'F049', topic: '交通文明', statement: '开车行经人行横道不按规定减速、停车、避让行人，一次记3分。' },
    ...{ law: '道路交通安全违法行为记分管理办法', version: '2021-12-17', article: '第十一条第（七）项', scope: '国家' },
    ...{ place: '', reviewBy: '2027-03-31', distractors: ['1分', '6分', '9分'], note: '上位法正在修订，届时重核' }
  })
})

test('a row that is not as it should be is named by its line', () => {
  const [head, first] = csv.split('\n') as [string, string]
  const table = (row: string) => [head, first, row].join('\n')
  expect(() => parseFacts(table(first.replace('国家,,', '全国,,')))).toThrow('facts.csv, line 3')
  expect(() => parseFacts(table(first.replace('2029-11-30', 'soon')))).toThrow('facts.csv, line 3')
  expect(() => parseFacts(table(`${first},more`))).toThrow('facts.csv, line 3: 12 cells')
})

test('a fact of one place names the city or province in full, and a fact of the whole country names none', () => {
  for (const { factId, scope, place } of parseFacts(csv)) {
    const named = /^地方:(.+)$/.exec(scope)?.[1]
    expect([factId, place === '']).toEqual([factId, named === undefined])
    if (named !== undefined) expect(named.endsWith(place.slice(0, -1))).toBe(true)
  }
  const [head, first] = csv.split('\n') as [string, string]
  expect(() => parseFacts([head, first.replace('国家,,', '地方:浙江,浙江,')].join('\n'))).toThrow('facts.csv, line 2')
})

test('a text is read again the sooner, the sooner it may change', () => {
  const facts = parseFacts(csv)
  const dayOf = (factId: string) => facts.find(fact => fact.factId === factId)?.reviewBy ?? ''
  for (const { note, reviewBy } of facts)
    if (/修订草案|上位法正在修订|只见一份公开副本/.test(note)) expect(reviewBy <= '2027-03-31').toBe(true)
  for (const { scope, reviewBy } of facts) if (scope !== '国家') expect(reviewBy <= '2027-05-31').toBe(true)
  expect(dayOf('F048') < dayOf('F088')).toBe(true)
  expect(dayOf('F088') < dayOf('F016')).toBe(true)
})

test('notes are for editors: in Chinese, without the names of tools or collections', () => {
  expect(parseFacts(csv).filter(({ note }) => /[A-Za-z]{2,}/.test(note))).toEqual([])
})
