import { draftFaults } from '#contract/quiz-states'
import { faultsOf } from '#app/features/question-bank/question-fault-rules'
import { newForm, withMark, withType, type QuestionForm } from '#app/features/question-bank/question-form-rules'
import { draftFaultWords, faultWords } from '#app/words/question-words'

const fact = { factId: 'F048', statement: '应当停车让行。', law: '道路交通安全法', article: '第四十七条', topic: '交通文明' }
const form: QuestionForm = {
  ...newForm(),
  stem: '开车来到斑马线前，应当怎么做？',
  facts: [fact],
  options: ['加速通过', '鸣喇叭', '停车让行'].map((text, place) => ({ optionId: 'abc'[place]!, text, isRight: place === 2 })),
  explanation: '《道路交通安全法》第四十七条规定，遇行人正在通过应当停车让行。'
}
const bins = [
  { binId: 'w', text: '可回收物' },
  { binId: 'x', text: '有害垃圾' }
]
const sorted: QuestionForm = {
  ...form,
  type: 'bins',
  bins,
  options: ['报纸', '电池', '纸箱', '药品'].map((text, place) => ({
    optionId: 'abcd'[place]!,
    text,
    isRight: false,
    binId: 'wxwx'[place]!
  }))
}

test('a question that is whole has no fault', () => {
  expect([form, sorted].map(faultsOf)).toEqual([[], []])
  expect(faultsOf({ ...form, type: 'fill', stem: '火警拨打____。', texts: ['119'] })).toEqual([])
  expect(faultsOf(withMark(withType(form, 'true-false'), 't'))).toEqual([])
})

test.each([
  ['no fact', { ...form, facts: [] }, 'fact-unknown'],
  ['a stem of five characters', { ...form, stem: '怎么做呢？' }, 'stem-length'],
  ['a stem of 81 characters', { ...form, stem: '问'.repeat(81) }, 'stem-length'],
  ['two options of a single', { ...form, options: form.options.slice(1) }, 'too-few-options'],
  ['an empty option', { ...form, options: [...form.options.slice(1), { optionId: 'd', text: ' ', isRight: false }] }, 'option-length'],
  [
    'two options that say the same',
    { ...form, options: [...form.options, { optionId: 'd', text: '鸣喇叭！', isRight: false }] },
    'option-twice'
  ],
  ['no mark', withMark(form, 'z'), 'key-empty'],
  ['one mark of a multiple', { ...form, type: 'multiple' }, 'key-too-few'],
  [
    'only right ones',
    { ...form, type: 'multiple', options: form.options.map(option => ({ ...option, isRight: true })) },
    'no-wrong-option'
  ],
  ['no blank', { ...form, type: 'fill', texts: ['119'] }, 'blank-missing'],
  ['two blanks', { ...form, type: 'fill', stem: '火警____，急救____。', texts: ['119'] }, 'blank-missing'],
  ['no accepted words', { ...form, type: 'fill', stem: '火警拨打____。', texts: ['。'] }, 'key-empty'],
  ['an option without a bin', { ...sorted, bins: bins.slice(0, 1) }, 'option-without-bin'],
  ['a bin without an option', { ...sorted, bins: [...bins, { binId: 'y', text: '其他' }] }, 'bin-empty'],
  ['a bin without a name', { ...sorted, bins: [bins[0]!, { binId: 'x', text: '' }] }, 'bin-twice'],
  ['options about options', { ...form, stem: '下列说法正确的是哪一个？' }, 'forbidden-phrase'],
  ['an anchor of another type', { ...sorted, pool: 'anchor' }, 'anchor-not-single'],
  ['an explanation too short', { ...form, explanation: '《消防法》第五条。' }, 'explanation-length'],
  ['an explanation without a source', { ...form, explanation: '遇到行人正在通过人行横道，应当停车让行，等他过去。' }, 'source-missing']
] as const)('%s is told before anything is sent', (_, broken, fault) => {
  expect(faultsOf(broken as QuestionForm)).toContain(fault)
})

test('eighty characters of a stem are allowed', () => {
  expect(faultsOf({ ...form, stem: '问'.repeat(80) })).toEqual([])
})

test.each(draftFaults)('the fault %s says how to put it right', fault => {
  expect(draftFaultWords[fault].sentence).toMatch(/[一-鿿]/)
  expect(draftFaultWords[fault].sentence).toMatch(/。$/)
})

test('a fault the app does not know yet is told all the same, and a fill-in question has answers instead of options', () => {
  expect(faultWords('new-fault', false).sentence).toMatch(/。$/)
  expect(faultWords('key-empty', true).place).toBe('fill')
  expect(faultWords('key-empty', false).place).toBe('options')
})
