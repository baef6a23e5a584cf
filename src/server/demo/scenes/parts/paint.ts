import { darker, lighter, mix, multiply, type Colour } from '#server/demo/scenes/parts/colour'
import type { Mood } from '#server/demo/scenes/parts/mood'

type Stop = readonly [offset: number, colour: Colour, opacity?: number]

export interface Paint {
  mood: Mood
  /** A colour as it looks in this light; `depth` 0 near, 1 lost in the haze. */
  tone: (colour: Colour, depth?: number) => Colour
  /** Something that shines by itself: no light falls on it, only haze before it. */
  glow: (colour: Colour, depth?: number) => Colour
  /** A fill that is lit from the left and turns away to the right. */
  body: (colour: Colour, depth?: number) => string
  /** A fill that is lit from above. */
  fall: (top: Colour, bottom: Colour) => string
  gradient: (stops: readonly Stop[], direction?: 'down' | 'right') => string
  radial: (stops: readonly Stop[]) => string
  definitions: () => string
}

const stopTag = ([offset, colour, opacity]: Stop) =>
  `<stop offset="${offset}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${opacity}"`}/>`

/** Keeps each gradient once, however many shapes it fills. */
export function createPaint(mood: Mood): Paint {
  const known = new Map<string, string>()
  const define = (tag: string, attributes: string, stops: readonly Stop[]) => {
    const content = `${attributes}>${stops.map(stopTag).join('')}</${tag}>`
    const id = known.get(tag + content) ?? `g${known.size}`
    known.set(tag + content, id)
    return `url(#${id})`
  }
  const tone = (colour: Colour, depth = 0) => mix(multiply(colour, mood.light), mood.haze, Math.min(depth, 1) * 0.82)
  const gradient: Paint['gradient'] = (stops, direction = 'down') =>
    define('linearGradient', direction === 'down' ? ' x1="0" y1="0" x2="0" y2="1"' : ' x1="0" y1="0" x2="1" y2="0"', stops)
  return {
    mood,
    tone,
    glow: (colour, depth = 0) => mix(colour, mood.haze, Math.min(depth, 1) * 0.7),
    gradient,
    radial: stops => define('radialGradient', ' cx="0.5" cy="0.5" r="0.5"', stops),
    body: (colour, depth = 0) =>
      gradient(
        [
          [0, tone(lighter(colour, 0.14), depth)],
          [0.5, tone(colour, depth)],
          [1, tone(darker(colour, 0.2), depth)]
        ],
        'right'
      ),
    fall: (top, bottom) =>
      gradient([
        [0, top],
        [1, bottom]
      ]),
    definitions: () => {
      const tags = [...known].map(([key, id]) => {
        const tag = key.startsWith('linear') ? 'linearGradient' : 'radialGradient'
        return `<${tag} id="${id}"${key.slice(tag.length)}`
      })
      return `<defs>${tags.join('')}</defs>`
    }
  }
}
