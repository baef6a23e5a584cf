import { byCommunity, progressOf, reasonsWords } from '#app/features/awareness/progress-rules'
import { scaleOf } from '#app/features/awareness/interval-chart-rules'
import { changeWords, effectWords, verdictWords } from '#app/features/awareness/report-words-rules'
import { highWords, lowWords, percentWords, pointsWords, rangeWords } from '#app/features/awareness/share-rules'

const overall = { n: 385, designEffect: 1 }

test('a bound is rounded away from the estimate: 358 of 385 is never shown as a reached 90 %', () => {
  const [low, high] = [0.899888593721272, 0.951358084047812]
  expect([lowWords(low), highWords(high), percentWords(358 / 385)]).toEqual(['89.9%', '95.2%', '93.0%'])
  expect(rangeWords({ low: 0.9, high: 0.95 })).toBe('90.0%～95.0%')
  expect(rangeWords({ low: 0, high: 1 })).toBe('0.0%～100.0%')
})

test('the verdict says why: reached by the lowest end, missed by the highest, or not to be told', () => {
  const verdict = (met: boolean, estimate: number, low: number, high: number) =>
    verdictWords({ overall: { ...overall, estimate, low, high }, met, target: 0.9 })
  expect(verdict(true, 359 / 385, 0.9029, 0.9535)).toContain('最低处 90.2% 也不低于目标 90.0%，所以达标')
  expect(verdict(false, 358 / 385, 0.89989, 0.9514)).toContain('可能低到 89.9%，还不能断定够 90.0%，所以不算达标')
  expect(verdict(false, 0.6, 0.55, 0.65)).toContain('最高处 65.0% 也低于目标 90.0%，所以未达标')
  expect(verdictWords({ overall: { ...overall, n: 0, estimate: 0, low: 0, high: 1 }, met: false, target: 0.9 })).toContain('还没有人回答')
})

test('a change is real only where its interval leaves 0', () => {
  const words = (difference: number, low: number, high: number) => changeWords({ previousTitle: '一季度', difference, low, high })
  expect(words(0.05, 0.01, 0.09)).toContain('+5.0 个百分点，95% 区间 +1.0 个百分点 到 +9.0 个百分点。区间整个在 0 以上，是真的上升')
  expect(words(-0.05, -0.09, -0.01)).toContain('是真的下降')
  expect(words(0.02, -0.02, 0.06)).toContain('也可能只是抽样的波动')
  expect(pointsWords(-0.012)).toBe('−1.2 个百分点')
})

test('few communities are named as what makes the interval wide', () => {
  const bounds = { estimate: 0.9, low: 0.8, high: 1 }
  expect(effectWords({ ...overall, ...bounds, clusterCount: 4, effectiveSize: 90.4 })).toContain(
    '相当于简单随机抽样的 90 份。只有 4 个社区'
  )
  expect(effectWords({ ...overall, ...bounds, clusterCount: 20, effectiveSize: 300 })).not.toContain('只有')
  expect(effectWords({ ...overall, ...bounds, clusterCount: 1, effectiveSize: 385 })).toBeUndefined()
  expect(effectWords({ ...overall, ...bounds })).toBeUndefined()
})

test('the axis holds every interval and the target, ends at 100 % and has few ticks', () => {
  const scale = scaleOf(
    [
      { n: 10, low: 0.83 },
      { n: 0, low: 0 }
    ],
    0.9
  )
  expect([scale.from, scale.ticks]).toEqual([0.7, [0.7, 0.8, 0.9, 1]])
  expect(scale.placeOf(0.85)).toBeCloseTo(50, 9)
  expect([scale.placeOf(1), scale.placeOf(0.2)]).toEqual([100, 0])
  const wide = scaleOf([{ n: 10, low: 0.03 }], 0.9)
  expect([wide.from, wide.ticks]).toEqual([0, [0, 0.2, 0.4, 0.6, 0.8, 1]])
})

test('cells are summed by community, with what is left and why some are silent', () => {
  const cell = { communityId: 'c1', ageBand: '30-44', sex: 'female', population: 500 } as const
  const cells = [
    { ...cell, asked: 5, answered: 2, nonResponse: { refused: 1 } },
    { ...cell, communityId: 'c2', asked: 4, answered: 4, nonResponse: {} },
    { ...cell, sex: 'male' as const, asked: 3, answered: 0, nonResponse: { refused: 1, 'nobody-home': 1 } }
  ]
  expect(progressOf(cells)).toMatchObject({ population: 1500, asked: 12, answered: 6, silent: 3, left: 3 })
  const [first, second] = byCommunity(cells)
  expect([first!.communityId, first!.cells.length, first!.progress.left, second!.progress.left]).toEqual(['c1', 2, 3, 0])
  expect(reasonsWords(first!.progress)).toBe('不愿参加 2 · 家中无人 1')
})
