import { personas, roles } from '#contract/people'
import { pointRules, transactionKinds } from '#contract/points-shapes'
import { refusals } from '#contract/refusals'
import { reportStates, reportSteps } from '#contract/report-states'
import { iconNames } from '#app/components/icon-names'
import { Offline, Refused } from '#app/platform/refused'
import { personaGroups, personaWords, roleWords } from '#app/words/people'
import { pointRuleWords, transactionWords, wordsForRule } from '#app/words/points'
import { offlineWords, refusalWords, wordsForError } from '#app/words/refusals'
import { iconForCategory, reportStateWords, reportStepWords, residentStateWords } from '#app/words/report-states'

test.each(Object.keys(refusals) as (keyof typeof refusals)[])('the refusal %s has a whole sentence in Chinese', code => {
  expect(refusalWords[code]).toMatch(/[一-鿿]/)
  expect(refusalWords[code]).toMatch(/。$/)
})

test('no sentence says only that something failed or names the administrator', () => {
  expect(Object.values(refusalWords).join()).not.toMatch(/操作失败|系统异常|管理员/)
})

test.each(reportStates)('the state %s has a word, a shape and a sentence', state => {
  const { word, icon, sentence } = reportStateWords[state]
  expect(word.length).toBeGreaterThan(1)
  expect(iconNames).toContain(icon)
  expect(sentence).toMatch(/。$/)
})

test('residents read no word of an office about a report', () => {
  const words = [...reportStates.map(state => residentStateWords[state]), ...reportSteps.map(step => reportStepWords[step])]
  expect(words.join(' ')).not.toMatch(/立案|派遣|交办|处置|结案|办结|并案|转办|挂账|核查|审核|待补充/)
  expect(words.every(word => word.length > 1)).toBe(true)
})

test('every step, role, persona, rule and kind of transaction has a word', () => {
  const words = [
    ...reportSteps.map(step => reportStepWords[step]),
    ...roles.map(role => roleWords[role]),
    ...personas.map(persona => personaWords[persona].line),
    ...pointRules.map(rule => pointRuleWords[rule]),
    ...transactionKinds.map(kind => transactionWords[kind])
  ]
  expect(words.filter(word => !word)).toEqual([])
})

test('every persona of the demo city can be picked, once', () => {
  expect(personaGroups.flatMap(group => group.personas).sort()).toEqual([...personas].sort())
})

test('a rule the app does not know yet is simply points', () => {
  expect(wordsForRule({ rule: 'shift-served' })).toBe('积分')
})

test('a category a city added stands under its group, and an unknown group under 其他', () => {
  expect(iconForCategory({ code: '1999', groupCode: '10' })).toBe('cleanliness')
  expect(iconForCategory({ code: 'x1', groupCode: 'x' })).toBe('other')
})

test('what was thrown is told in words: the refusal, the dead line, and the unforeseen', () => {
  expect(wordsForError(new Refused('outside-area', ''))).toBe(refusalWords['outside-area'])
  expect(wordsForError(new Offline())).toBe(offlineWords)
  expect(wordsForError(new TypeError('x'))).toBe(refusalWords.unexpected)
})
