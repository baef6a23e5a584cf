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

test('points that arrived are counted by the line they arrived with, not again by the line they were given with', () => {
  expect(standings([...release('report:1'), line({})])).toEqual(['plain', 'arrived'])
})

test('points given for another report are still waiting', () => {
  expect(standings([...release('report:1'), line({ cause: 'report:2' })])).toEqual(['plain', 'waiting'])
})

test('points given again after they had arrived and been taken back are waiting anew', () => {
  const takenBack = line({ kind: 'reverse', account: 'available', amount: -5 })
  expect(standings([line({}), takenBack, ...release('report:1'), line({})])).toEqual(['waiting', 'plain', 'plain', 'arrived'])
})
