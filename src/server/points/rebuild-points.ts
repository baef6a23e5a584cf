import type { Database } from '#server/database/database'
import { holdProjections, listDifferences, rebuildProjections, widenMemory, type Difference } from '#server/points/rebuild-store'

const DIFFERENCES_SHOWN = 200

export interface Rebuilt {
  /** How many rows were not what the append-only tables say. */
  count: number
  differences: readonly Difference[]
}

/** Balances, lots, holds and budgets against the append-only tables; changes nothing. */
export const checkPoints = (database: Database): Promise<Rebuilt> =>
  database.write(async writing => {
    await widenMemory(writing)
    return listDifferences(writing, DIFFERENCES_SHOWN)
  })

/** Writes balances, lots, holds and budgets anew from the append-only tables, while everything runs. @returns what was different. */
export const rebuildPoints = (database: Database): Promise<Rebuilt> =>
  database.write(async writing => {
    await widenMemory(writing)
    await holdProjections(writing)
    const before = await listDifferences(writing, DIFFERENCES_SHOWN)
    await rebuildProjections(writing)
    return before
  })

const worth = (held: string | null) => held ?? 'nothing'

/** What was found, line by line, for whoever runs the program. */
export function wordsOf({ count, differences }: Rebuilt, isCheck: boolean): string {
  if (count === 0) return 'Points: balances, lots, holds and budgets are what the ledger says.\n'
  const lines = differences.map(
    ({ projection, id, kept, said }) => `${projection} ${id}: kept ${worth(kept)}, the ledger says ${worth(said)}`
  )
  const more = count > differences.length ? [`… and ${count - differences.length} more`] : []
  return [...lines, ...more, `Points: ${count} rows ${isCheck ? 'are not what the ledger says' : 'were written anew'}.`, ''].join('\n')
}
