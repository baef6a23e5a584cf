import type { PointLine } from '#contract/points-shapes'
import { readableLines } from '#app/features/points/point-line-rules'

const line = (given: Partial<PointLine>): PointLine => ({
  at: '2026-11-10T00:00:00.000Z',
  on: '2026-11-10',
  amount: 5,
  account: 'pending',
  kind: 'award',
  rule: 'report-solved',
  reason: '',
  cause: 'report:1',
  ...given
})
const release = (cause: string) => [
  line({ kind: 'release', account: 'available', cause }),
  line({ kind: 'release', account: 'pending', amount: -5, cause })
]
const standings = (lines: PointLine[]) => readableLines(lines).map(({ standing }) => standing)

test('points that arrived are one line, with why they were given and what a cap took', () => {
  const lines = readableLines([...release('report:1'), line({ reason: '桂花路的垃圾清走了', clipped: 2, clippedBy: 'day' })])
  expect(lines).toMatchObject([
    { standing: 'plain', line: { kind: 'release', account: 'available', amount: 5, reason: '桂花路的垃圾清走了', clipped: 2 } }
  ])
})

test('points given for another report are still waiting', () => {
  expect(standings([...release('report:1'), line({ cause: 'report:2' })])).toEqual(['plain', 'waiting'])
})

test('points given again after they had arrived and been taken back are waiting anew', () => {
  const takenBack = line({ kind: 'reverse', account: 'available', amount: -5 })
  expect(standings([line({}), takenBack, ...release('report:1'), line({})])).toEqual(['waiting', 'plain', 'plain'])
})

test('points held for a reward are taken once: handing it over takes nothing more, giving it back returns them once', () => {
  const held = { rule: 'rewards', cause: 'redemption:1' }
  const hold = [line({ ...held, kind: 'hold', account: 'held' }), line({ ...held, kind: 'hold', account: 'available', amount: -5 })]
  const capture = line({ ...held, kind: 'capture', account: 'held', amount: -5 })
  const back = [line({ ...held, kind: 'void', account: 'available' }), line({ ...held, kind: 'void', account: 'held', amount: -5 })]
  expect(readableLines([capture, ...hold]).map(({ line: one, standing }) => [one.amount, standing])).toEqual([
    [-5, 'settled'],
    [-5, 'plain']
  ])
  expect(readableLines([...back, ...hold]).map(({ line: one }) => one.amount)).toEqual([5, -5])
})
