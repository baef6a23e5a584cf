/** A covered part of a picture, in shares of its width and height, 0–1. */
export interface Rectangle {
  left: number
  top: number
  width: number
  height: number
}

export interface Spot {
  x: number
  y: number
}

/** As many as the server takes for one picture. */
export const RECTANGLES_MAX = 30
/** Smaller than this was a slip of the finger. */
export const SIDE_MIN = 0.01

const within = (share: number) => Math.min(1, Math.max(0, share))
const rounded = (share: number) => Math.round(share * 10_000) / 10_000

/** The rectangle between two corners, whichever way it was drawn, kept inside the picture; absent for a slip. */
export function rectangleBetween(from: Spot, to: Spot): Rectangle | undefined {
  const [left, right] = [from.x, to.x].map(within).sort((a, b) => a - b) as [number, number]
  const [top, bottom] = [from.y, to.y].map(within).sort((a, b) => a - b) as [number, number]
  const width = right - left
  const height = bottom - top
  if (width < SIDE_MIN || height < SIDE_MIN) return undefined
  return { left: rounded(left), top: rounded(top), width: rounded(width), height: rounded(height) }
}

/** Moved and grown by shares, still inside the picture: what arrow keys do. */
export function nudged({ left, top, width, height }: Rectangle, by: Partial<Rectangle>): Rectangle {
  const next = {
    width: Math.min(1, Math.max(SIDE_MIN, width + (by.width ?? 0))),
    height: Math.min(1, Math.max(SIDE_MIN, height + (by.height ?? 0)))
  }
  return {
    left: rounded(Math.min(1 - next.width, Math.max(0, left + (by.left ?? 0)))),
    top: rounded(Math.min(1 - next.height, Math.max(0, top + (by.top ?? 0)))),
    width: rounded(next.width),
    height: rounded(next.height)
  }
}

/** Cells a picture is cut into where it is covered by tapping instead of drawing. */
export const CELL_COLUMNS = 12
export const CELL_ROWS = 12

/** Tapped cells as few rectangles: runs in a row, then equal runs below one another. */
export function rectanglesOfCells(cells: ReadonlySet<number>): Rectangle[] {
  const runs: { column: number; length: number; row: number; rows: number }[] = []
  for (let row = 0; row < CELL_ROWS; row++) {
    for (let column = 0; column < CELL_COLUMNS; column++) {
      if (!cells.has(row * CELL_COLUMNS + column)) continue
      const start = column
      while (column < CELL_COLUMNS && cells.has(row * CELL_COLUMNS + column)) column++
      const length = column - start
      const above = runs.find(run => run.column === start && run.length === length && run.row + run.rows === row)
      if (above) above.rows++
      else runs.push({ column: start, length, row, rows: 1 })
    }
  }
  return runs.map(({ column, length, row, rows }) => ({
    left: rounded(column / CELL_COLUMNS),
    top: rounded(row / CELL_ROWS),
    width: rounded(length / CELL_COLUMNS),
    height: rounded(rows / CELL_ROWS)
  }))
}

/** Where a rectangle lies, for CSS. */
export const placeOf = ({ left, top, width, height }: Rectangle) => ({
  left: `${left * 100}%`,
  top: `${top * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`
})
