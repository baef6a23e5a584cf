import { readdirSync, readFileSync } from 'node:fs'
import { parseFacts } from '#server/quizzes/bank/fact-file'
import { checkBank } from '#server/quizzes/bank/bank-check-rules'
import { normaliseFillIn, parseQuestionFile, type QuestionFileRow } from '#server/quizzes/bank/question-file-rules'

const folder = 'content/questions'
const facts = parseFacts(readFileSync('content/facts.csv', 'utf8'))
const bank = readdirSync(folder).flatMap(name => parseQuestionFile(readFileSync(`${folder}/${name}`, 'utf8'), name))

type Of<T extends QuestionFileRow['type']> = Extract<QuestionFileRow, { type: T }>
const firstOf = <T extends QuestionFileRow['type']>(type: T) =>
  bank.find((row): row is Of<T> => row.type === type && row.state === 'active')!
const single = firstOf('single')
const multiple = firstOf('multiple')
const order = firstOf('order')
const bins = firstOf('bins')
const fill = firstOf('fill')

/** The faults of the shipped bank with one question replaced. */
const faultsWith = (broken: QuestionFileRow) => checkBank(replaced(broken), facts)
const replaced = (broken: QuestionFileRow) => bank.map(row => (row.questionId === broken.questionId ? broken : row))
const countBy = (keyOf: (row: QuestionFileRow) => string) =>
  bank.reduce<Record<string, number>>((counts, row) => ({ ...counts, [keyOf(row)]: (counts[keyOf(row)] ?? 0) + 1 }), {})
const relettered = (row: Of<'single'>, position: number): Of<'single'> => {
  const optionIds = [row.options[position]!.optionId]
  return { ...row, key: { optionIds } }
}

describe('the bank the product ships', () => {
  test('has no fault', () => {
    expect(checkBank(bank, facts)).toEqual([])
  })

  test('has enough of every kind, on every topic', () => {
    const least = { single: 250, multiple: 70, 'true-false': 70, order: 12, bins: 24, fill: 25 }
    for (const [type, count] of Object.entries(least)) expect(countBy(row => row.type)[type]).toBeGreaterThanOrEqual(count)
    expect(countBy(row => `${row.pool} ${row.state}`)['anchor active']).toBeGreaterThanOrEqual(44)
    expect(countBy(row => `${row.pool} ${row.state}`)['practice active']).toBeGreaterThanOrEqual(400)

    const topicOf = new Map(facts.map(fact => [fact.factId, fact.topic]))
    const topics = new Set(topicOf.values())
    for (const pool of ['practice', 'anchor']) {
      const counts = countBy(row => (row.state === 'active' && row.pool === pool ? topicOf.get(row.factIds[0]!)! : 'another'))
      for (const topic of topics) expect([topic, counts[topic]]).toEqual([topic, expect.any(Number)])
      for (const topic of topics) expect(counts[topic]).toBeGreaterThanOrEqual(pool === 'practice' ? 20 : 2)
    }
  })

  test('holds one topic in each file', () => {
    const topicOf = new Map(facts.map(fact => [fact.factId, fact.topic]))
    for (const name of readdirSync(folder)) {
      const rows = parseQuestionFile(readFileSync(`${folder}/${name}`, 'utf8'), name)
      expect(new Set(rows.map(row => topicOf.get(row.factIds[0]!))).size).toBe(1)
    }
  })

  test('keeps as draft what leans on a text the city has yet to confirm', () => {
    const ofOneCopy = facts.filter(fact => /只见一份公开副本/.test(fact.note)).map(fact => fact.factId)
    expect(ofOneCopy.length).toBeGreaterThan(0)
    expect(bank.filter(row => row.state === 'active' && row.factIds.some(factId => ofOneCopy.includes(factId)))).toEqual([])
  })

  test('asks of the core values, and no question on them waits as a draft', () => {
    const ofValues = bank.filter(row => ['F006', 'F372', 'F373', 'F374'].includes(row.factIds[0]!))
    expect(ofValues.length).toBeGreaterThanOrEqual(10)
    expect(ofValues.filter(row => row.state !== 'active')).toEqual([])
  })

  test('judges in two ways of asking, and says in the explanation first which verdict is right', () => {
    for (const row of bank) {
      if (row.type !== 'true-false') continue
      expect(row.stem).toMatch(/。(对吗|这样做对吗)？$/)
      expect(row.explanation.startsWith(row.key.optionIds[0] === 't' ? '对。' : '不对。')).toBe(true)
    }
  })

  test('gives the reason first and the article last', () => {
    expect(bank.filter(row => row.state !== 'retired' && /^(不?对。)?《/.test(row.explanation)).map(row => row.questionId)).toEqual([])
  })

  test('has anchor items of every difficulty', () => {
    const counts = countBy(row => (row.pool === 'anchor' ? String(row.difficulty) : 'practice'))
    for (const difficulty of ['1', '2', '3']) expect(counts[difficulty]).toBeGreaterThanOrEqual(5)
  })

  test('teaches every anchor fact in practice too, by another question', () => {
    const practised = new Set(bank.filter(row => row.pool === 'practice').flatMap(row => row.factIds))
    expect(bank.filter(row => row.pool === 'anchor' && !practised.has(row.factIds[0]!))).toEqual([])
  })
})

const withKey = (text: string) => {
  const [optionId] = single.key.optionIds
  return single.options.map(option => (option.optionId === optionId ? { ...option, text } : option))
}
const blankOption = { optionId: 'y', text: '' }
const brokenQuestions: [reason: string, broken: QuestionFileRow][] = [
  ['too-few-options', { ...single, options: single.options.slice(0, 2), key: { optionIds: [single.options[0]!.optionId] } }],
  ['option-twice', { ...single, options: single.options.map(option => ({ ...option, optionId: 'b' })) }],
  ['option-twice', { ...single, options: [...single.options.slice(0, 3), { optionId: 'y', text: `${single.options[0]!.text}。` }] }],
  ['option-length', { ...single, options: [...single.options.slice(0, 3), blankOption] }],
  ['anchor-not-single', { ...order, pool: 'anchor' }],
  ['key-empty', { ...single, key: { optionIds: [] } }],
  ['key-twice', { ...multiple, key: { optionIds: ['a', 'a'] } }],
  ['key-not-an-option', { ...single, key: { optionIds: ['z'] } }],
  ['key-more-than-one', { ...single, key: { optionIds: ['a', 'b'] } }],
  ['key-too-few', { ...multiple, key: { optionIds: ['a'] } }],
  ['no-wrong-option', { ...multiple, key: { optionIds: multiple.options.map(option => option.optionId) } }],
  ['order-incomplete', { ...order, key: { order: order.key.order.slice(1) } }],
  ['order-given-away', { ...order, key: { order: order.options.map(option => option.optionId) } }],
  ['too-few-bins', { ...bins, bins: bins.bins.slice(0, 1) }],
  ['option-without-bin', { ...bins, key: { bins: Object.fromEntries(Object.entries(bins.key.bins).slice(1)) } }],
  ['bin-empty', { ...bins, bins: [...bins.bins, { binId: 'spare', text: '没人用的格子' }] }],
  ['blank-missing', { ...fill, stem: fill.stem.replace('____', '___') }],
  ['key-empty', { ...fill, key: { texts: [] } }],
  ['fill-too-long', { ...fill, key: { texts: ['一二三四五六七八九十一二三'] } }],
  ['fill-not-plain', { ...fill, key: { texts: ['１２'] } }],
  ['key-twice', { ...fill, key: { texts: ['12', '12'] } }],
  ['stem-length', { ...single, stem: '问'.repeat(81) }],
  ['explanation-length', { ...single, explanation: '《民法典》第一条这样规定。'.slice(0, 12) }],
  [
    'explanation-repeats-stem',
    { ...single, stem: '《民法典》第一条写进了弘扬社会主义核心价值观', explanation: '《民法典》第一条写进了弘扬社会主义核心价值观。' }
  ],
  ['source-missing', { ...single, explanation: '大家都应当这样做，这样做对自己好，对邻居也好。' }],
  ['forbidden-phrase', { ...single, options: [...single.options.slice(0, 3), { optionId: 'y', text: '以上都对' }] }],
  ['key-echoes-stem', { ...single, stem: '宣传栏上写着热心公益四个大字，说的是什么？', options: withKey('热心的公益') }],
  ['answer-in-stem', { ...single, stem: '社会公德属于哪一方面的道德？', options: withKey('公德') }],
  ['answer-in-stem', { ...fill, stem: '每年12月4日是国家宪法日，也就是____。', key: { texts: ['国家宪法日'] } }],
  ['forbidden-not-set-off', { ...single, stem: '下面哪种做法违反这部法律？' }],
  ['forbidden-not-set-off', { ...multiple, stem: '观众不得有下面哪几种行为？' }],
  ['fact-unknown', { ...single, factIds: [single.factIds[0]!, 'F999'] }],
  ['fact-twice', { ...single, factIds: [single.factIds[0]!, single.factIds[0]!] }],
  ['place-not-named', { ...single, factIds: ['F195'] }]
]

test.each(brokenQuestions)('a question is named with its fault: %s', (reason, broken) => {
  expect(faultsWith(broken)).toContainEqual({ questionId: broken.questionId, reason })
})

test('a question that has the id or the stem of another is named with the other', () => {
  const [first, second] = bank as [QuestionFileRow, QuestionFileRow]
  expect(faultsWith({ ...second, stem: `${first.stem}？` })).toContainEqual({
    questionId: second.questionId,
    reason: `has the stem of ${first.questionId}`
  })
  expect(checkBank([...bank, { ...second, stem: '另一个没有问过的问题，它怎么规定？' }], facts)).toContainEqual({
    questionId: second.questionId,
    reason: `has the id of ${second.questionId}`
  })
})

describe('the bank as a whole is at fault', () => {
  const reasonsOf = (rows: QuestionFileRow[]) =>
    checkBank(rows, facts).flatMap(fault => (fault.questionId === undefined ? fault.reason : []))
  const ofSingles = (change: (row: Of<'single'>) => QuestionFileRow) => bank.map(row => (row.type === 'single' ? change(row) : row))

  test('with fewer than 400 active questions, or fewer than 40 active anchor items', () => {
    expect(reasonsOf(bank.slice(0, 300))).toContainEqual(expect.stringMatching(/^has \d+ active questions$/))
    const anchors = bank.filter(row => row.pool === 'anchor').slice(0, 10)
    expect(reasonsOf(bank.map(row => (anchors.includes(row) ? { ...row, state: 'draft' } : row)))).toEqual([
      expect.stringMatching(/^has 3\d active anchor items$/)
    ])
  })

  test('without one of the types, or without a question on a national fact', () => {
    expect(reasonsOf(bank.filter(row => row.type !== 'order'))).toContain('has no active question of type order')
    expect(reasonsOf(bank.filter(row => !row.factIds.includes('F048')))).toEqual(['asks nothing about the national facts F048'])
  })

  test('when the right options stand in one place more often than chance allows', () => {
    let moved = 0
    const uneven = ofSingles(row => (row.options.length === 4 && row.pool === 'practice' && moved++ < 40 ? relettered(row, 1) : row))
    expect(reasonsOf(uneven)).toEqual([expect.stringMatching(/^the keys of single questions stand unevenly: \d+, \d+, \d+, \d+$/)])
  })

  test('when the right option is mostly the longest', () => {
    const explained = ofSingles(row => ({
      ...row,
      options: row.options.map(option =>
        row.key.optionIds.includes(option.optionId) ? { ...option, text: `${option.text}，这样才符合法律的规定` } : option
      )
    }))
    expect(reasonsOf(explained)).toEqual([expect.stringMatching(/^the key is the longest option in 2\d\d of 2\d\d$/)])
  })

  test('when the right option is hardly ever the longest', () => {
    const cut = ofSingles(row => ({
      ...row,
      options: row.options.map(option => (row.key.optionIds.includes(option.optionId) ? { ...option, text: '好' } : option))
    }))
    expect(reasonsOf(cut)).toContainEqual(expect.stringMatching(/^the key is the longest option in 0 of \d+$/))
  })

  test('when its wrong options narrow, force or let pass, and its right ones do not, or the other way round', () => {
    const telling = (isKey: boolean) =>
      ofSingles(row => ({
        ...row,
        options: row.options.map((option, index) =>
          index < 2 && row.key.optionIds.includes(option.optionId) === isKey ? { ...option, text: `只要${option.text}就行` } : option
        )
      }))
    const reason = expect.stringMatching(
      /^telling words stand in \d+\.\d % of the right and \d+\.\d % of the wrong options \(single\)$/
    ) as string
    expect(reasonsOf(telling(false))).toContainEqual(reason)
    expect(reasonsOf(telling(true))).toContainEqual(reason)
  })

  test('when a statement can be judged by its tone', () => {
    const plain = bank.map(row =>
      row.type === 'true-false'
        ? { ...row, stem: row.stem.replace('。对吗', row.key.optionIds[0] === 't' ? '，不得例外。对吗' : '，就可以。对吗') }
        : row
    )
    expect(reasonsOf(plain)).toContainEqual(expect.stringMatching(/^tone alone judges \d+\.\d % of the statements$/))
  })

  test('when most statements to judge are true', () => {
    const agreeing = bank.map(row => (row.type === 'true-false' ? { ...row, key: { optionIds: ['t'] } } : row))
    expect(reasonsOf(agreeing)).toContain('the share of true statements is 1.00')
  })
})

test('a line that is no question is named by file, line and field', () => {
  const good = JSON.stringify(single)
  expect(parseQuestionFile(`${good}\n`, 'a.jsonl')).toEqual([single])
  expect(() => parseQuestionFile(`${good}\n{`, 'a.jsonl')).toThrow('a.jsonl, line 2')
  expect(() => parseQuestionFile(JSON.stringify({ ...single, pool: 'secret' }), 'a.jsonl')).toThrow('a.jsonl, line 1: pool')
  expect(() => parseQuestionFile(JSON.stringify({ ...single, topic: '交通文明' }), 'a.jsonl')).toThrow('topic')
})

test('a written answer is compared without width, case, spaces and punctuation, but with its decimal point', () => {
  expect(normaliseFillIn(' １２ 个。')).toBe('12个')
  expect(normaliseFillIn('“Pm ２．５”')).toBe('pm2.5')
})
