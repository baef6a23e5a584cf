import { signsOf } from '#server/quizzes/fielding/fielding-rules'

const overall = { interviewCount: 200, medianSeconds: 300, unknownShare: 0.05 }
const counts = (least: number) => [least - 1, least]

test('who asks is odd for never hearing 不知道 from ten interviews on, and only where others hear it', () => {
  expect(counts(10).map(interviewCount => signsOf({ interviewCount, unknownShare: 0 }, overall))).toEqual([[], ['never-unknown']])
  expect(signsOf({ interviewCount: 10, unknownShare: 0.01 }, overall)).toEqual([])
  expect(signsOf({ interviewCount: 10, unknownShare: 0 }, { ...overall, unknownShare: 0.049 })).toEqual([])
})

test('who asks is odd for haste from five interviews on, below half of what is usual', () => {
  expect(counts(5).map(interviewCount => signsOf({ interviewCount, medianSeconds: 149 }, overall))).toEqual([[], ['quick']])
  expect(signsOf({ interviewCount: 5, medianSeconds: 150 }, overall)).toEqual([])
})
