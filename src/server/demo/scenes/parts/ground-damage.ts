import { darker, lighter, type Colour } from '#server/demo/scenes/parts/colour'
import { path, polygon, short, stroke, type Pair } from '#server/demo/scenes/parts/shapes'
import { face, groundDisc, groundFace, type Stage } from '#server/demo/scenes/parts/stage'

/** A ragged ring on the ground, in picture coordinates; the same name gives the same ring. */
export function raggedRing(
  { camera, chance }: Stage,
  name: string,
  right: number,
  away: number,
  radius: number,
  raggedness: number
): Pair[] {
  const random = chance(name)
  return Array.from({ length: 17 }, (_, index) => {
    const angle = (index / 17) * Math.PI * 2
    const reach = radius * random.between(1 - raggedness, 1 + raggedness)
    return camera.project([right + Math.cos(angle) * reach * 1.25, 0, away + Math.sin(angle) * reach])
  })
}

const lowered = (points: readonly Pair[], by: number): Pair[] => points.map(([x, y]) => [x, y + by])

/** A hole with a lit far edge and dark depth. */
export function hole(stage: Stage, name: string, right: number, away: number, radius: number, rim: Colour, depth: Colour): string {
  const outer = raggedRing(stage, name, right, away, radius * 1.16, 0.12)
  const inner = raggedRing(stage, name, right, away, radius, 0.16)
  const lower = lowered(raggedRing(stage, name, right, away, radius * 0.9, 0.16), stage.camera.scaleAt(away) * 0.045)
  return (
    polygon(outer, stage.paint.tone(lighter(rim, 0.14))) +
    polygon(inner, stage.paint.tone(darker(rim, 0.45))) +
    polygon(lower, stage.paint.fall(stage.paint.tone(darker(depth, 0.3)), stage.paint.tone(depth)))
  )
}

/** Cracks that run out from a spot. */
export function cracks(stage: Stage, right: number, away: number, reach: number, colour: Colour): string {
  const random = stage.chance(`cracks ${right}`)
  const d = Array.from({ length: 9 }, (_, index) => {
    const angle = (index / 9) * Math.PI * 2 + random.between(-0.3, 0.3)
    const legs = [0.55, 0.8, 1.05].map(share => {
      const bend = angle + random.between(-0.35, 0.35)
      return stage.camera.project([right + Math.cos(bend) * reach * share * 1.3, 0, away + Math.sin(bend) * reach * share])
    })
    return `M${legs.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}`
  })
  return stroke(d.join(''), stage.paint.tone(colour), 2.2, 0.8)
}

/** A round cast-iron cover in its frame. */
export function manholeCover(stage: Stage, right: number, away: number): string {
  const { tone } = stage.paint
  const bars = [-0.24, -0.08, 0.08, 0.24].map(shift =>
    groundFace(stage, right - 0.26, right + 0.26, away + shift - 0.025, away + shift + 0.025, tone('#8d9799'), 0.9)
  )
  const rings: [number, Colour][] = [
    [0.5, '#c9c6bc'],
    [0.43, '#4d575b'],
    [0.4, '#6d787b'],
    [0.34, '#5b666a']
  ]
  return rings.map(([radius, colour]) => groundDisc(stage, right, away, radius, tone(colour))).join('') + bars.join('')
}

/** The shaft where a cover is missing, and the branch somebody put in to warn others. */
export function openManhole(stage: Stage, right: number, away: number): string {
  const { tone, fall } = stage.paint
  const [x, y] = stage.camera.project([right, 0, away])
  const scale = stage.camera.scaleAt(away)
  const branch = stroke(
    `M${short(x + scale * 0.1)} ${short(y + scale * 0.06)}C${short(x + scale * 0.14)} ${short(y - scale * 0.4)} ${short(x - scale * 0.02)} ${short(y - scale * 0.7)} ${short(x + scale * 0.12)} ${short(y - scale * 1.15)}M${short(x + scale * 0.06)} ${short(y - scale * 0.55)}L${short(x + scale * 0.32)} ${short(y - scale * 0.86)}M${short(x + scale * 0.04)} ${short(y - scale * 0.75)}L${short(x - scale * 0.2)} ${short(y - scale * 1)}`,
    tone('#7a5f45'),
    scale * 0.035
  )
  const leaves = (
    [
      [0.12, -1.17],
      [0.32, -0.9],
      [-0.2, -1.02],
      [0.2, -0.74],
      [0, -0.9],
      [0.25, -1.05]
    ] as const
  ).map(([dx, dy]) => path(leafAt(x + dx * scale, y + dy * scale, scale * 0.11), tone('#6b9a52')))
  return [
    groundDisc(stage, right, away, 0.52, tone('#c9c6bc')),
    groundDisc(stage, right, away, 0.44, tone('#59626a')),
    groundDisc(stage, right, away, 0.41, fall('#05090c', '#28343a')),
    groundDisc(stage, right, away - 0.12, 0.26, '#04080a', 0.7),
    branch,
    ...leaves,
    polygon(
      [
        [x + scale * 0.3, y - scale * 0.86],
        [x + scale * 0.52, y - scale * 0.8],
        [x + scale * 0.47, y - scale * 0.6],
        [x + scale * 0.27, y - scale * 0.66]
      ],
      tone('#e2a33b')
    )
  ].join('')
}

const leafAt = (x: number, y: number, size: number) =>
  `M${short(x - size)} ${short(y)}Q${short(x)} ${short(y - size)} ${short(x + size)} ${short(y)}Q${short(x)} ${short(y + size * 0.7)} ${short(x - size)} ${short(y)}Z`

/** Paving that broke up: sand showing, slabs tilted out of their bed. */
export function brokenPaving(stage: Stage, right: number, away: number): string {
  const random = stage.chance('broken paving')
  const { tone } = stage.paint
  const slabs = Array.from({ length: 11 }, () => ({ x: right + random.between(-1.2, 1.2), z: away + random.between(-0.85, 0.95) })).sort(
    (one, other) => other.z - one.z
  )
  const drawn = slabs.map(({ x, z }) => {
    const [lift, turn] = [random.between(0.03, 0.2), random.between(-0.12, 0.12)]
    const size = random.between(0.2, 0.32)
    const shade = random.pick(['#cfc5b2', '#bfb6a4', '#d8cdb8'])
    const top: [number, number, number][] = [
      [x - size, 0.01, z - size + turn],
      [x + size + turn, lift * 0.3, z - size],
      [x + size, lift, z + size - turn],
      [x - size + turn, lift * 0.7, z + size]
    ]
    const edge: [number, number, number][] = [
      [x - size, 0.01, z - size + turn],
      [x + size + turn, lift * 0.3, z - size],
      [x + size + turn, lift * 0.3 - 0.07, z - size],
      [x - size, -0.05, z - size + turn]
    ]
    return face(stage, edge, tone(darker(shade, 0.45))) + face(stage, top, tone(shade))
  })
  return (
    polygon(raggedRing(stage, 'bed', right, away, 1.25, 0.18), tone('#8f8068')) +
    polygon(raggedRing(stage, 'sand', right, away, 1.08, 0.2), tone('#a9977a')) +
    drawn.join('') +
    cracks(stage, right, away, 1.7, '#6d6455')
  )
}

/** Slabs laid anew: brighter, straight, with fresh joints. */
export function newPaving(stage: Stage, right: number, away: number): string {
  const { tone } = stage.paint
  const slabs: string[] = []
  for (let row = 3; row >= 0; row -= 1) {
    for (let column = 0; column < 5; column += 1) {
      const [x, z] = [right - 1.5 + column * 0.6, away - 1.1 + row * 0.6]
      slabs.push(groundFace(stage, x + 0.015, x + 0.585, z + 0.015, z + 0.585, tone((row + column) % 2 ? '#e3dac7' : '#dad0bb')))
    }
  }
  return groundFace(stage, right - 1.52, right + 1.52, away - 1.12, away + 1.32, tone('#a3987f')) + slabs.join('')
}
