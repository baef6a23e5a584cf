import type { Reading } from '#server/database/database'

/**
 * A query that is built once for each database and prepared under a name: what is asked thousands of times a second is neither
 * put together nor planned again.
 */
export function preparedOnce<Prepared>(
  name: string,
  build: (reading: Reading) => { prepare(name: string): Prepared }
): (reading: Reading) => Prepared {
  const made = new WeakMap<Reading, Prepared>()
  return reading => {
    const known = made.get(reading)
    if (known) return known
    const prepared = build(reading).prepare(name)
    made.set(reading, prepared)
    return prepared
  }
}
