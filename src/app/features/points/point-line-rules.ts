import type { PointLine } from '#contract/points-shapes'

/**
 * How a line stands in the list: `waiting` is not spendable yet, `arrived` became spendable by a later line, `settled` was taken
 * from what can be spent by an earlier one.
 */
export type PointLineStanding = 'plain' | 'waiting' | 'arrived' | 'settled'

const heldAside: readonly PointLine['kind'][] = ['hold', 'freeze', 'void']

/** What leaves 待到账 when points arrive, and what is held aside, says nothing that the line in 可用 does not say. */
const isOtherHalf = ({ kind, account }: PointLine) =>
  (kind === 'release' && account === 'pending') || (account === 'held' && heldAside.includes(kind))

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
      // They left 可用 when they were held; handing over takes nothing more.
      if (line.kind === 'capture') return { line, standing: 'settled' }
      if (line.kind !== 'award' || line.account !== 'pending') return { line, standing: 'plain' }
      return { line, standing: arrived.has(originOf(line)) ? 'arrived' : 'waiting' }
    })
}
