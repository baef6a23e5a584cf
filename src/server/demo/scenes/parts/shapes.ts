import type { Colour } from '#server/demo/scenes/parts/colour'

/** Pieces of SVG as strings; positions are [x, y] with y downwards. No text, no filters, no masks: they are slow or need fonts. */
export type Pair = readonly [number, number]

export const short = (value: number) => String(Math.round(value * 10) / 10)

const faded = (opacity?: number) => (opacity === undefined || opacity === 1 ? '' : ` fill-opacity="${opacity}"`)

export const polygon = (points: readonly Pair[], fill: Colour, opacity?: number) =>
  `<polygon points="${points.map(([x, y]) => `${short(x)},${short(y)}`).join(' ')}" fill="${fill}"${faded(opacity)}/>`

export const rect = (x: number, y: number, width: number, height: number, fill: Colour, radius = 0, opacity?: number) =>
  `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"${radius ? ` rx="${short(radius)}"` : ''} fill="${fill}"${faded(opacity)}/>`

export const circle = (x: number, y: number, radius: number, fill: Colour, opacity?: number) =>
  `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}" fill="${fill}"${faded(opacity)}/>`

/** Many discs of one fill as one shape, given as [x, y, radius]. */
export const discs = (all: readonly (readonly [number, number, number])[], fill: Colour, opacity?: number) =>
  path(
    all
      .map(
        ([x, y, r]) =>
          `M${short(x - r)} ${short(y)}a${short(r)} ${short(r)} 0 1 1 ${short(2 * r)} 0a${short(r)} ${short(r)} 0 1 1 ${short(-2 * r)} 0Z`
      )
      .join(''),
    fill,
    opacity
  )

export const ellipse = (x: number, y: number, radiusX: number, radiusY: number, fill: Colour, opacity?: number) =>
  `<ellipse cx="${short(x)}" cy="${short(y)}" rx="${short(radiusX)}" ry="${short(radiusY)}" fill="${fill}"${faded(opacity)}/>`

export const path = (d: string, fill: Colour, opacity?: number) => `<path d="${d}" fill="${fill}"${faded(opacity)}/>`

/** A stroke along a path, with round ends. */
export function stroke(d: string, colour: Colour, width: number, opacity?: number, dashes?: string) {
  const extras = (opacity === undefined ? '' : ` stroke-opacity="${opacity}"`) + (dashes ? ` stroke-dasharray="${dashes}"` : '')
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${short(width)}" stroke-linecap="round" stroke-linejoin="round"${extras}/>`
}

export const line = ([x1, y1]: Pair, [x2, y2]: Pair, colour: Colour, width: number, opacity?: number) =>
  stroke(`M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}`, colour, width, opacity)

export const ring = (x: number, y: number, radius: number, colour: Colour, width: number, opacity?: number) =>
  `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}" fill="none" stroke="${colour}" stroke-width="${short(width)}"${opacity === undefined ? '' : ` stroke-opacity="${opacity}"`}/>`

export const group = (transform: string, inner: string) => `<g transform="${transform}">${inner}</g>`
export const moved = (x: number, y: number, inner: string) => group(`translate(${short(x)} ${short(y)})`, inner)
export const turned = (degrees: number, inner: string, x = 0, y = 0) => group(`rotate(${short(degrees)} ${short(x)} ${short(y)})`, inner)
export const mirrored = (inner: string) => group('scale(-1 1)', inner)
