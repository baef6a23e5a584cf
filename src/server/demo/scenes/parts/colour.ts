/** Colours are `#rrggbb`. */
export type Colour = string

const channels = (colour: Colour): [number, number, number] => {
  const value = Number.parseInt(colour.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}
const join = (parts: number[]): Colour =>
  '#' +
  parts
    .map(part =>
      Math.round(Math.min(255, Math.max(0, part)))
        .toString(16)
        .padStart(2, '0')
    )
    .join('')

/** From `one` (share 0) to `other` (share 1). */
export function mix(one: Colour, other: Colour, share: number): Colour {
  const [from, to] = [channels(one), channels(other)]
  return join(from.map((part, index) => part + ((to[index] ?? part) - part) * share))
}

/** What a surface looks like under a coloured light. */
export function multiply(surface: Colour, light: Colour): Colour {
  const [own, falling] = [channels(surface), channels(light)]
  return join(own.map((part, index) => (part * (falling[index] ?? 255)) / 255))
}

export const lighter = (colour: Colour, share: number) => mix(colour, '#ffffff', share)
export const darker = (colour: Colour, share: number) => mix(colour, '#10202c', share)
