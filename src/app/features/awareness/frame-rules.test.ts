import { cellFault, frameTemplate, hasCellFault, populationOf, strataOf, type Frame } from '#app/features/awareness/frame-rules'
import { cellsOf, readAgeBand, readFrame, readSex } from '#app/features/awareness/frame-paste-rules'

const communities = [
  { areaId: 'c1', name: '云杉社区' },
  { areaId: 'c2', name: '桂花社区' }
]
const read = (text: string) => readFrame(text, communities)
const sentences = (text: string) => read(text).faults.map(({ line, sentence }) => `${line} ${sentence}`)

test('cells in which nobody lives are left out, and a number may have the commas of a spreadsheet', () => {
  const frame: Frame = { c1: { '30-44 female': '1,200', '30-44 male': '', '75+ male': '0' }, c2: { '14-17 male': ' 80 ' } }
  expect(strataOf(frame)).toEqual([
    { communityId: 'c1', ageBand: '30-44', sex: 'female', population: 1200 },
    { communityId: 'c2', ageBand: '14-17', sex: 'male', population: 80 }
  ])
  expect([populationOf(frame), hasCellFault(frame)]).toEqual([1280, false])
})

test('what is no whole number is a fault, empty is none', () => {
  expect(['', undefined, '12', '1,200'].map(cellFault)).toEqual([undefined, undefined, undefined, undefined])
  for (const text of ['1.5', '-3', '十二', '12人', '99999999999']) expect(cellFault(text)).toBeDefined()
  expect(hasCellFault({ c1: { '75+ male': '一' } })).toBe(true)
})

test('age bands and sexes are known however they are written', () => {
  expect(['18-29', '18–29 岁', '18~29岁', '18至29', '75+', '75岁以上', '75 及以上'].map(readAgeBand)).toEqual([
    ...['18-29', '18-29', '18-29', '18-29'],
    ...['75+', '75+', '75+']
  ])
  expect(['18-28', '老年', ''].map(readAgeBand)).toEqual([undefined, undefined, undefined])
  expect(['女', '女性', '男', '男女', ''].map(readSex)).toEqual(['female', 'female', 'male', undefined, undefined])
})

test('a row a cell, as a spreadsheet copies it', () => {
  const { frame, faults, rowCount } = read('社区\t年龄段\t性别\t人数\n云杉社区\t30-44\t女\t500\n桂花\t75岁以上\t男\t1,200\n\n')
  expect(faults).toEqual([])
  expect(frame).toEqual({ c1: { '30-44 female': '500' }, c2: { '75+ male': '1200' } })
  expect(rowCount).toBe(2)
})

test('the empty table that is offered, filled in and saved as CSV, is read back', () => {
  const [head = '', first = '', second = ''] = frameTemplate(communities).split('\r\n')
  const filled = [head, first.replace(/^云杉社区,/, '云杉社区,"1,100"'), second.replace(/,$/, ',7'), '合计,1100'].join('\r\n')
  const { frame, faults } = read(`\ufeff${filled}`)
  expect(faults).toEqual([])
  expect(frame).toEqual({ c1: { '14-17 female': '1100' }, c2: { '75+ male': '7' } })
})

test('quotes may hold commas and line breaks', () => {
  expect(cellsOf('a,"b,1\nc"\r\nd,e')).toEqual([
    ['a', 'b,1\nc'],
    ['d', 'e']
  ])
})

test('every fault is named by its line, all of them at once', () => {
  const head = '社区,年龄段,性别,人数'
  expect(
    sentences(
      [head, '云衫社区,30-44,女,5', '云杉社区,30-43,女,5', '云杉社区,30-44,她,5', '云杉社区,30-44,女,五', '云杉社区,30-44,男,'].join('\n')
    )
  ).toEqual([
    '2 没有叫“云衫社区”的社区，对照城市里的名字',
    expect.stringContaining('3 年龄段“30-43”认不出'),
    expect.stringContaining('4 性别“她”认不出'),
    '5 人数“五”不是整数',
    '6 没写人数'
  ])
  expect(sentences([head, '甲,9,他,五'].join('\n'))).toHaveLength(4)
  expect(sentences([head, '云杉社区,30-44,女,5', '云杉,30-44,女,6'].join('\n'))).toEqual(['3 这个社区的这个年龄段和性别前面已经有一行'])
})

test('a table that is no frame says what a frame looks like', () => {
  expect(sentences('名字,数\n甲,1')).toEqual([expect.stringContaining('1 列名认不出')])
  expect(sentences('社区,30-44女')).toEqual([expect.stringContaining('1 第一行写列名')])
  expect(sentences('社区,30-44女,三十岁\n云杉社区,5,6')).toEqual(['1 列“三十岁”认不出年龄段和性别'])
  expect(sentences('社区,30-44女,30-44 女\n云杉社区,5,6')[0]).toBe('1 有两列是同一个年龄段和性别')
  expect(sentences('社区,30-44女\n云杉社区,5\n云杉社区,6')).toEqual(['3 “云杉社区”前面已经有一行'])
  expect(sentences('\ufffd\ufffd,30-44\n1,2')[0]).toContain('UTF-8')
})
