import type { QuestionDraft } from '#contract/quiz-shapes'
import { draftFaults, type DraftFault } from '#contract/quiz-states'
import { faultsOfDraft, faultsOfFacts } from '#server/quizzes/bank/question-draft-rules'

const words = {
  factIds: ['F1'],
  pool: 'practice' as const,
  difficulty: 1,
  stem: '邻居想借你的银行卡收一笔钱，怎么回答？',
  explanation: '银行卡和支付账户都不得出租、出借，熟人之间也不行。依据《反电信网络诈骗法》第三十一条。'
}
const optionsOf = (...texts: string[]) => texts.map((text, n) => ({ optionId: 'abcdefghij'[n]!, text }))
const options = optionsOf('借他一天', '收租金再借', '不借给他')
const single: QuestionDraft = { ...words, type: 'single', options, key: { optionIds: ['c'] } }
const multiple: QuestionDraft = { ...words, type: 'multiple', options, key: { optionIds: ['a', 'b'] } }
const judged: QuestionDraft = { ...words, type: 'true-false', options: optionsOf('对', '不对'), key: { optionIds: ['b'] } }
const order: QuestionDraft = { ...words, type: 'order', options, key: { order: ['a', 'b', 'c'] } }
const bins: QuestionDraft = {
  ...words,
  type: 'bins',
  options: optionsOf('旧报纸', '易拉罐', '荧光灯管', '过期药品'),
  bins: [
    { binId: 'w', text: '可回收物' },
    { binId: 'x', text: '有害垃圾' }
  ],
  key: { bins: { a: 'w', b: 'w', c: 'x', d: 'x' } }
}
const fill: QuestionDraft = { ...words, type: 'fill', stem: '年满____周岁的公民有选举权。', key: { texts: ['18', '十八'] } }
const ten = '一二三四五六七八九十'

test.each([single, multiple, judged, order, bins, fill])('a well-formed question of type $type has no fault', draft => {
  expect(faultsOfDraft(draft)).toEqual([])
})

const placed = (changes: Record<string, string>) => ({ bins: { a: 'w', b: 'w', c: 'x', d: 'x', ...changes } })
const faulty: [fault: DraftFault, draft: QuestionDraft][] = [
  ['too-few-options', { ...single, options: options.slice(1) }],
  ['too-few-options', { ...words, type: 'single', key: { optionIds: ['c'] } }],
  ['too-few-options', { ...bins, options: bins.options!.slice(0, 3), key: { bins: { a: 'w', b: 'w', c: 'x' } } }],
  ['too-many-options', { ...single, options: optionsOf('甲', '乙', '丙', '丁', '戊') }],
  ['too-many-options', { ...judged, options: optionsOf('对', '不对', '说不准') }],
  ['option-twice', { ...single, options: options.map(option => ({ ...option, optionId: 'c' })) }],
  ['option-twice', { ...single, options: optionsOf('借他一天', '借他一天。', '不借给他') }],
  ['option-length', { ...single, options: optionsOf(ten.repeat(4) + '一', '乙', '丙') }],
  ['options-not-wanted', { ...fill, options }],
  ['bins-not-wanted', { ...single, bins: bins.bins }],
  ['key-of-other-type', { ...single, key: { texts: ['不借'] } }],
  ['key-of-other-type', { ...multiple, key: { order: ['a', 'b', 'c'] } }],
  ['key-of-other-type', { ...order, key: { optionIds: ['a'] } }],
  ['key-of-other-type', { ...bins, key: { optionIds: ['a'] } }],
  ['key-of-other-type', { ...fill, key: { optionIds: ['a'] } }],
  ['key-empty', { ...single, key: { optionIds: [] } }],
  ['key-empty', { ...fill, key: { texts: ['。'] } }],
  ['key-twice', { ...multiple, key: { optionIds: ['a', 'a'] } }],
  ['key-twice', { ...fill, key: { texts: ['18', '18'] } }],
  ['key-not-an-option', { ...single, key: { optionIds: ['z'] } }],
  ['key-not-an-option', { ...bins, key: placed({ z: 'w' }) }],
  ['key-more-than-one', { ...single, key: { optionIds: ['a', 'b'] } }],
  ['key-more-than-one', { ...judged, key: { optionIds: ['a', 'b'] } }],
  ['key-too-few', { ...multiple, key: { optionIds: ['a'] } }],
  ['no-wrong-option', { ...multiple, key: { optionIds: ['a', 'b', 'c'] } }],
  ['order-incomplete', { ...order, key: { order: ['a', 'b'] } }],
  ['order-incomplete', { ...order, key: { order: ['a', 'b', 'b'] } }],
  ['order-incomplete', { ...order, key: { order: ['a', 'b', 'z'] } }],
  ['too-few-bins', { ...bins, bins: bins.bins!.slice(0, 1) }],
  ['too-many-bins', { ...bins, bins: optionsOf('一', '二', '三', '四', '五').map(({ optionId, text }) => ({ binId: optionId, text })) }],
  ['bin-twice', { ...bins, bins: bins.bins!.map(({ binId }) => ({ binId, text: '可回收物' })) }],
  ['bin-empty', { ...bins, key: placed({ c: 'w', d: 'w' }) }],
  ['bin-unknown', { ...bins, key: placed({ a: 'z' }) }],
  ['option-without-bin', { ...bins, key: { bins: { a: 'w', b: 'w', c: 'x' } } }],
  ['blank-missing', { ...fill, stem: '年满几周岁的公民有选举权？' }],
  ['blank-missing', { ...fill, stem: '年满____周岁的公民有____权。' }],
  ['blank-missing', { ...fill, stem: '年满_____周岁的公民有选举权。' }],
  ['fill-too-long', { ...fill, key: { texts: [`${ten}一二三`] } }],
  ['fill-not-plain', { ...fill, key: { texts: ['１８ 岁'] } }],
  ['stem-length', { ...single, stem: '问'.repeat(81) }],
  ['explanation-length', { ...single, explanation: '《民法典》第一条。' }],
  ['explanation-length', { ...single, explanation: `《民法典》第一条。${ten.repeat(20)}` }],
  [
    'explanation-repeats-stem',
    { ...single, stem: '《民法典》第一条写了弘扬核心价值观', explanation: '《民法典》第一条写了弘扬核心价值观，请记住它。' }
  ],
  ['source-missing', { ...single, explanation: '大家都应当这样做，这样做对自己好，对邻居也好。' }],
  ['forbidden-phrase', { ...single, options: optionsOf('借他一天', '收租金再借', '以上都不对') }],
  ['anchor-not-single', { ...order, pool: 'anchor' }],
  ['anchor-not-single', { ...fill, pool: 'anchor' }]
]

test.each(faulty)('%s is named, once', (fault, draft) => {
  expect(faultsOfDraft(draft).filter(found => found === fault)).toEqual([fault])
})

test('a question is named with all its faults, and each fault of the form is known to a test', () => {
  expect(faultsOfDraft({ ...order, pool: 'anchor', key: { order: [] }, stem: '问'.repeat(81) })).toEqual([
    'anchor-not-single',
    'order-incomplete',
    'stem-length'
  ])
  const elsewhere = ['fact-twice', 'fact-unknown', 'place-not-named', 'stem-known', 'pool-fixed']
  expect([...new Set(faulty.map(([fault]) => fault)), ...elsewhere].sort()).toEqual([...draftFaults].sort())
})

test('the facts of a question are there, stand once, and a local rule names its place', () => {
  const scopes = new Map([
    ['F1', '国家'],
    ['F2', '地方:北京']
  ])
  expect(faultsOfFacts(single, scopes)).toEqual([])
  expect(faultsOfFacts({ ...single, factIds: ['F1', 'F9'] }, scopes)).toEqual(['fact-unknown'])
  expect(faultsOfFacts({ ...single, factIds: ['F1', 'F1'] }, scopes)).toEqual(['fact-twice'])
  expect(faultsOfFacts({ ...single, factIds: ['F2'] }, scopes)).toEqual(['place-not-named'])
  expect(faultsOfFacts({ ...single, factIds: ['F2'], stem: '在北京，银行卡可以借给邻居吗？' }, scopes)).toEqual([])
})
