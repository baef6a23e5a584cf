import fc from 'fast-check'
import type { HistoryStep } from '#world/points-model'

const earning = ['report', 'report', 'follow', 'serve', 'serve', 'practise'] as const
const moving = ['release', 'release', 'reverse', 'hold', 'hold', 'cancel', 'fulfil', 'freeze', 'lift', 'adjust', 'tick', 'tick'] as const

/** Most steps follow on the same day or soon; some months later, so that a history goes over several year ends. */
const step: fc.Arbitrary<HistoryStep> = fc.record({
  what: fc.constantFrom(...earning, ...moving),
  n: fc.nat({ max: 45 }),
  days: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.nat({ max: 20 }) },
    { weight: 2, arbitrary: fc.nat({ max: 260 }) }
  )
})

export const pointsHistory = (maxLength: number) => fc.array(step, { minLength: 3, maxLength })
