import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { PointsInBooks } from '#world/points-books'
import { pointsHistory } from '#world/points-history'
import { PointsOnTable } from '#world/points-model'

test('10,000 random histories across year ends: at every step the rules keep the books as coins on a table would lie', () => {
  fc.assert(
    fc.property(pointsHistory(30), steps => {
      const [books, table] = [new PointsInBooks(), new PointsOnTable()]
      for (const [n, step] of steps.entries()) {
        const [kept, lying] = [books.live(step), table.live(step)]
        // Said in full only where it is not so: a third of a million steps are compared.
        if (!isDeepStrictEqual(kept, lying)) expect({ n, ...kept }).toEqual({ n, ...lying })
        if (books.faults().length > 0) expect({ n, faults: books.faults() }).toEqual({ n, faults: [] })
      }
    }),
    { numRuns: 10_000 }
  )
}, 120_000)
