import { appealDecisionWords, appealRateWords } from '#app/features/organising/appeal-words-rules'

const now = new Date('2026-11-23T09:00:00+08:00')
const appeal = { maskedName: '周**', faultCount: 2, signUpCount: 5, coolDownUntil: '2026-12-07T01:00:00.000Z' }

test('an appeal tells how often its person signed up and stayed away, and until when that holds them back', () => {
  expect(appealRateWords(appeal, now)).toBe('最近 90 天报名 5 次，其中 2 次临时取消或没到。到12月7日为止，一次只能报一个时段。')
})

test('letting a cool-down stand says until when, lifting it says that it ends at once', () => {
  expect(appealDecisionWords('keep', appeal, now).sentence).toContain('到12月7日为止')
  expect(appealDecisionWords('lift', appeal, now).sentence).toContain('马上')
})
