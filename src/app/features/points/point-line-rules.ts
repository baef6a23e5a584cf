import type { PointLine } from '#contract/points-shapes'

/** How a line stands in the list: `waiting` is not spendable yet, `settled` was taken from what can be spent by an earlier one. */
export type PointLineStanding = 'plain' | 'waiting' | 'settled'

const heldAside: readonly PointLine['kind'][] = ['hold', 'freeze', 'void']

/** What leaves 待到账 when points arrive, and what is held aside, says nothing that the line in 可用 does not say. */
const isOtherHalf = ({ kind, account }: PointLine) =>
  (kind === 'release' && account === 'pending') || (account === 'held' && heldAside.includes(kind))

const originOf = ({ rule, cause }: PointLine) => `${rule} ${cause}`

/** A line that says when points became spendable, with why they were given and what a cap took from them. */
const withGiving = (arrived: PointLine, given: PointLine): PointLine => ({
  ...arrived,
  reason: arrived.reason || given.reason,
  ...(given.clipped !== undefined && { clipped: given.clipped, clippedBy: given.clippedBy })
})

/**
 * The lines worth reading, newest first as they come: one for each thing that happened. Points that arrived stand in the ledger twice,
 * once as given and once as arrived; here they are one line, or the list would add up to more than the sum above it.
 */
export function readableLines(lines: readonly PointLine[]): { line: PointLine; standing: PointLineStanding }[] {
  const readable: { line: PointLine; standing: PointLineStanding }[] = []
  const arrivedAt = new Map<string, number>()
  for (const line of lines.filter(each => !isOtherHalf(each))) {
    const isGiven = line.kind === 'award' && line.account === 'pending'
    const arrival = isGiven ? readable[arrivedAt.get(originOf(line)) ?? -1] : undefined
    if (arrival) arrival.line = withGiving(arrival.line, line)
    // They left 可用 when they were held; handing over takes nothing more.
    else readable.push({ line, standing: line.kind === 'capture' ? 'settled' : isGiven ? 'waiting' : 'plain' })
    if (line.kind === 'release') arrivedAt.set(originOf(line), readable.length - 1)
  }
  return readable
}
