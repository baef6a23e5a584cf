import type { AreaShape } from '#contract/places'
import { buildGridIndex } from '#server/places/grid-index'

const SIDE = 71
const CORNERS = 32
const LOOKUPS = 200_000

/** A crooked cell of a city of 71 × 71 grids: neighbours share their bends, as streets do. */
function cell(column: number, row: number): AreaShape {
  const bend = (along: number, line: number) => 0.0003 * Math.sin(along * 3 + line)
  const side = (from: [number, number], to: [number, number]) =>
    Array.from({ length: CORNERS / 4 }, (_, step): [number, number] => {
      const share = (step * 4) / CORNERS
      const [x, y] = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
      return [115 + x * 0.005 + bend(y, Math.round(x)), 32 + y * 0.005 + bend(x, Math.round(y))]
    })
  const [a, b, c, d]: [number, number][] = [
    [column, row],
    [column + 1, row],
    [column + 1, row + 1],
    [column, row + 1]
  ]
  const ring = [...side(a!, b!), ...side(b!, c!), ...side(c!, d!), ...side(d!, a!)]
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}

/** How long it takes to find the grid of a point among 5,041 (aim: at most 50 µs). */
export function gridLookupLine(): string {
  const grids = Array.from({ length: SIDE * SIDE }, (_, n) => ({ gridId: `grid-${n}`, shape: cell(n % SIDE, Math.floor(n / SIDE)) }))
  const index = buildGridIndex(grids)
  let found = 0
  const start = process.hrtime.bigint()
  for (let n = 0; n < LOOKUPS; n += 1) {
    const point = { longitude: 115 + ((n * 7919) % 100_000) * 3.5e-6, latitude: 32 + ((n * 104_729) % 100_000) * 3.5e-6 }
    if (index.locate(point)) found += 1
  }
  const micros = Number(process.hrtime.bigint() - start) / 1000 / LOOKUPS
  return `grid lookup among ${grids.length}: ${micros.toFixed(1)} µs (${found} of ${LOOKUPS} points inside)`
}
