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
    ...{ reviewBy: '2027-03-31', distractors: ['1分', '6分', '9分'], note: '上位法正在修订，届时重核' }
  })
})

test('a row that is not as it should be is named by its line', () => {
  const [head, first] = csv.split('\n') as [string, string]
  const table = (row: string) => [head, first, row].join('\n')
  expect(() => parseFacts(table(first.replace('国家,2029', '全国,2029')))).toThrow('facts.csv, line 3')
  expect(() => parseFacts(table(first.replace('2029-11-30', 'soon')))).toThrow('facts.csv, line 3')
  expect(() => parseFacts(table(`${first},more`))).toThrow('facts.csv, line 3: 11 cells')
})

test('what stands in a national text is national, and a rule of one place names that place from the province down', () => {
  const facts = parseFacts(csv)
  const nationwide = /^(中华人民共和国|关于|新时代|公民道德|志愿服务条例|道路交通安全违法行为|高层民用建筑)/
  expect(facts.filter(({ law, scope }) => nationwide.test(law) && scope !== '国家')).toEqual([])
  const places = new Set(facts.flatMap(({ scope }) => (scope === '国家' ? [] : [scope])))
  expect([...places].sort()).toEqual(['地方:上海', '地方:北京', '地方:山东', '地方:浙江', '地方:浙江嘉兴'].sort())
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
