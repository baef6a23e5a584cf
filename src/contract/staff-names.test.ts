import { readingOf, soundsLikeOffice } from '#contract/staff-names'

test('a name that begins with an office sounds like one, however it is dressed up', () => {
  for (const name of [
    '督导员 方宁',
    '督 导 员方宁',
    '【网格员】老周',
    '督\u200b导员',
    '督導員 方寧',
    '管理员',
    '·管理员·',
    '社区王姐',
    '活动组织者阿岚',
    '⾏社区'.slice(1)
  ])
    expect([name, soundsLikeOffice(name)]).toEqual([name, true])
})

test('names of people stay free', () => {
  for (const name of ['方宁', '老周', '小满', '安安社区的邻居', '王管理', '微信用户', 'Ann'])
    expect([name, soundsLikeOffice(name)]).toEqual([name, false])
})

test('two names read alike where only their dress differs', () => {
  expect(readingOf(' 方　宁·')).toBe(readingOf('方宁'))
  expect(readingOf('ＡＮＮ')).toBe(readingOf('ann'))
  expect(readingOf('方宁')).not.toBe(readingOf('方柠'))
})
