import type { MoveNeed } from '#contract/report-moves'

/** Reason codes in words; a city's own slug is shown as it stands. */
const reasonWords: Record<string, string> = {
  'not-public-space': '不是公共地方',
  'nothing-there': '现场没有这个问题',
  'private-dispute': '属于邻里或合同纠纷',
  'photo-unusable': '照片看不出问题',
  abuse: '内容不当',
  'where-exactly': '具体在哪里？',
  'photo-unclear': '照片看不清，请再拍一张',
  'what-is-wrong': '想反映什么问题？',
  'wrong-unit': '不归我们管',
  'outside-our-area': '不在我们的片区',
  'already-gone': '到现场时已经没有了',
  'not-clean': '没清理干净',
  'wrong-place': '不是这个地方',
  'photo-does-not-show': '照片看不出办好了',
  'needs-budget': '要等经费',
  weather: '天气原因',
  'needs-owner': '要等产权方同意',
  construction: '正在施工',
  'solved-on-site': '现场看过，已经解决',
  'other-problem': '说的是另一件事'
}

export const wordsForReason = (code: string): string => reasonWords[code] ?? code

/** What is still missing, said where the answer goes. */
export const missingWords: Record<MoveNeed | 'after-photo' | 'review-date' | 'referred-to', string> = {
  'reason-code': '选一个原因。',
  reason: '选一个原因，或写一句。',
  unit: '选一个单位。',
  result: '写一句处置结果，或拍一张照片。',
  master: '选一件并进去。',
  statement: '写一句，或附一张照片。',
  'after-photo': '拍一张处理后的照片，居民要看前后对比。',
  'review-date': '选一个日子，最晚三十天。',
  'referred-to': '写上转给谁，居民会看到。'
}
