import type { PointLine } from '#contract/points-shapes'

/** How a line stands in the list: `waiting` is not spendable yet, `arrived` became spendable by a later line. */
export type PointLineStanding = 'plain' | 'waiting' | 'arrived'

/** What leaves 待到账 when points arrive says nothing that the arriving line does not say. */
const isOtherHalf = (line: PointLine) => line.kind === 'release' && line.account === 'pending'

const originOf = ({ rule, cause }: PointLine) => `${rule} ${cause}`

/**
 * The lines worth reading, newest first as they come. Points that arrived stand in the list twice, once as given and once as
 * arrived; only the second may look like points one has, or the list would add up to more than the sum above it.
 */
export function readableLines(lines: readonly PointLine[]): { line: PointLine; standing: PointLineStanding }[] {
  const arrived = new Set<string>()
  return lines
    .filter(line => !isOtherHalf(line))
    .map(line => {
      if (line.kind === 'release') arrived.add(originOf(line))
      if (line.kind !== 'award' || line.account !== 'pending') return { line, standing: 'plain' }
      return { line, standing: arrived.has(originOf(line)) ? 'arrived' : 'waiting' }
    })
}
