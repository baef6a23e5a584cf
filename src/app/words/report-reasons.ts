import type { reasonCodes } from '#contract/report-reasons'

type ReasonCode = (typeof reasonCodes)[keyof typeof reasonCodes][number]

/** What a reason means to the resident: plain, and with the way on where there is one. */
const plainReasons: Record<ReasonCode, string> = {
  'not-public-space': '那里不是公共地方，归业主自己管',
  'nothing-there': '到现场没有看到这个问题',
  'private-dispute': '这是两家之间的事，社区可以帮着调解',
  'photo-unusable': '照片看不清，认不出地方',
  abuse: '内容不合适',
  'where-exactly': '具体在什么位置？',
  'photo-unclear': '照片看不清，能再拍一张吗？',
  'what-is-wrong': '是什么问题，能说说吗？',
  'wrong-unit': '不归这个单位管',
  'outside-our-area': '不在这个单位的范围里',
  'already-gone': '到现场时已经没有了',
  'not-clean': '还没有清理干净',
  'wrong-place': '办的不是这个地方',
  'photo-does-not-show': '照片看不出办好了',
  'needs-budget': '要先落实经费',
  weather: '天气不允许',
  'needs-owner': '要先找到权属单位',
  construction: '要等施工结束',
  'solved-on-site': '到现场看过，已经解决了',
  'other-problem': '现在看到的是另一个问题'
}

/** Where to go instead when a report was not taken up. */
const nextSteps: Partial<Record<ReasonCode, string>> = {
  'not-public-space': '可以找物业或业主，也可以打社区电话请他们帮着说。',
  'nothing-there': '要是又出现了，再拍一张，会重新办。',
  'private-dispute': '打社区电话约调解，社区会安排人。',
  'photo-unusable': '重新拍一张看得清的，再报一次就好。'
}

const isKnown = (code: string): code is ReasonCode => code in plainReasons

/** The words of a reason; a slug of the city's own has none, and the note beside it speaks. */
export const plainReasonWords = (code: string | undefined): string | undefined =>
  code !== undefined && isKnown(code) ? plainReasons[code] : undefined

export const nextStepWords = (code: string | undefined): string | undefined =>
  code !== undefined && isKnown(code) ? nextSteps[code] : undefined
