import fc from 'fast-check'
import {
  CELL_COLUMNS,
  CELL_ROWS,
  nudged,
  rectangleBetween,
  rectanglesOfCells,
  type Rectangle
} from '#app/features/reports/case-cover-rules'

const isInside = ({ left, top, width, height }: Rectangle) => left >= 0 && top >= 0 && left + width <= 1.0001 && top + height <= 1.0001
const spot = fc.record({ x: fc.double({ min: -1, max: 2, noNaN: true }), y: fc.double({ min: -1, max: 2, noNaN: true }) })

test('a rectangle is the same whichever corner it was drawn from', () => {
  fc.assert(fc.property(spot, spot, (a, b) => expect(rectangleBetween(a, b)).toEqual(rectangleBetween(b, a))))
})

test('a rectangle drawn past the edge ends at the edge', () => {
  expect(rectangleBetween({ x: 0.8, y: 0.9 }, { x: 1.4, y: 2 })).toEqual({ left: 0.8, top: 0.9, width: 0.2, height: 0.1 })
})

test('a slip of the finger covers nothing', () => {
  expect(rectangleBetween({ x: 0.5, y: 0.5 }, { x: 0.502, y: 0.9 })).toBeUndefined()
})

test('arrow keys never push a rectangle out of the picture', () => {
  const step = fc.double({ min: -0.5, max: 0.5, noNaN: true })
  const by = fc.record({ left: step, top: step, width: step, height: step })
  fc.assert(
    fc.property(fc.array(by, { maxLength: 20 }), steps => {
      const end = steps.reduce(nudged, { left: 0.4, top: 0.4, width: 0.2, height: 0.2 })
      expect(isInside(end)).toBe(true)
    })
  )
})

test('tapped cells that touch become one rectangle', () => {
  const block = new Set([0, 1, CELL_COLUMNS, CELL_COLUMNS + 1])
  expect(rectanglesOfCells(block)).toEqual([{ left: 0, top: 0, width: 0.1667, height: 0.1667 }])
})

test('the rectangles cover exactly the tapped cells', () => {
  const cells = fc.uniqueArray(fc.integer({ min: 0, max: CELL_COLUMNS * CELL_ROWS - 1 }))
  fc.assert(
    fc.property(cells, chosen => {
      const area = rectanglesOfCells(new Set(chosen)).reduce((sum, { width, height }) => sum + width * height, 0)
      expect(area * CELL_COLUMNS * CELL_ROWS).toBeCloseTo(chosen.length, 0)
    })
  )
})
