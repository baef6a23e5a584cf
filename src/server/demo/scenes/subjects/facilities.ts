import { darker, lighter } from '#server/demo/scenes/parts/colour'
import { brokenPaving, cracks, hole, manholeCover, newPaving, openManhole, raggedRing } from '#server/demo/scenes/parts/ground-damage'
import { softGlow } from '#server/demo/scenes/parts/ground'
import { bag } from '#server/demo/scenes/parts/rubbish'
import { litter } from '#server/demo/scenes/parts/scatter'
import { path, polygon, rect, short, stroke, turned } from '#server/demo/scenes/parts/shapes'
import { groundFace, put, type Stage } from '#server/demo/scenes/parts/stage'
import { barrier, bench, binColours, guardrail, lampPost, trafficLight, wheeledBin } from '#server/demo/scenes/parts/street-furniture'
import { shrub } from '#server/demo/scenes/parts/trees'
import { figureAt, person } from '#server/demo/scenes/parts/people'
import { binRow } from '#server/demo/scenes/subjects/cleaning'
import { acrossStreet } from '#server/demo/scenes/views/across-street'
import { alongStreet } from '#server/demo/scenes/views/along-street'
import { courtyard } from '#server/demo/scenes/views/courtyard'
import { riverside } from '#server/demo/scenes/views/riverside'
import type { Subject } from '#server/demo/scenes/subjects/subject'

const isBefore = (stage: Stage) => stage.phase === 'before'
const road = alongStreet({ kerbAt: -2.2, groundFloor: 'homes' })

const missingCover: Subject = {
  view: alongStreet({ kerbAt: 2.1, groundFloor: 'shops' }),
  draw: stage => (isBefore(stage) ? openManhole(stage, 0.3, 3.7) : manholeCover(stage, 0.3, 3.7))
}

const brokenFootway: Subject = {
  view: alongStreet({ kerbAt: 2.1, groundFloor: 'homes' }),
  draw: stage => (isBefore(stage) ? brokenPaving(stage, 0.2, 4.7) : newPaving(stage, 0.2, 4.7))
}

const pothole: Subject = {
  view: road,
  draw: stage => {
    if (!isBefore(stage)) {
      const patch = (grow: number, colour: string) =>
        polygon(
          (
            [
              [-1.5, 3.9],
              [1.3, 3.8],
              [1.6, 6.1],
              [-1.3, 6.2]
            ] as const
          ).map(([x, z]) => stage.camera.project([x * (1 + grow), 0, z + (z > 5 ? grow : -grow)])),
          stage.paint.tone(colour)
        )
      return (
        patch(0.05, '#2c3235') +
        patch(0, '#43494b') +
        polygon(raggedRing(stage, 'sheen', -0.2, 5, 0.7, 0.2), stage.paint.tone('#666d6f'), 0.5)
      )
    }
    const stones = litterOfStones(stage)
    return (
      cracks(stage, 0, 4.9, 1.7, '#383e40') +
      hole(stage, 'pothole', 0, 4.9, 0.95, '#8a8d8c', '#6b6257') +
      hole(stage, 'second hole', 1.3, 6.4, 0.42, '#8a8d8c', '#6b6257') +
      polygon(raggedRing(stage, 'pool', -0.05, 4.75, 0.5, 0.2), stage.paint.mood.skyMiddle, 0.75) +
      stones
    )
  }
}

function litterOfStones(stage: Stage): string {
  const random = stage.chance('stones')
  return Array.from({ length: 22 }, () => {
    const shade = random.pick(['#8a8d8c', '#6d6f6c', '#a39f96'])
    return put(
      stage,
      random.between(-1.7, 1.7),
      random.between(3.5, 6.2),
      polygon(
        [
          [-7, 0],
          [-4, -7],
          [5, -8],
          [8, -1]
        ],
        stage.paint.tone(shade)
      ) +
        polygon(
          [
            [-4, -7],
            [5, -8],
            [2, -10],
            [-2, -9]
          ],
          stage.paint.tone(lighter(shade, 0.25))
        )
    )
  }).join('')
}

/** The lamp the report is about stands before the houses, clear of the trees. */
function nearLamp(stage: Stage, isLit: boolean): string {
  const [right, away] = [-2.2, 10]
  const [x, y] = stage.camera.project([right + 1.1, 5, away])
  const cone = polygon(
    [[x - 14, y + 4], [x + 18, y + 4], stage.camera.project([1.1, 0, 8.4]), stage.camera.project([-3, 0, 8.4])],
    stage.paint.gradient([
      [0, '#ffe9b0', 0.4],
      [1, '#ffe9b0', 0.03]
    ])
  )
  const pool = softGlow(stage, ...stage.camera.project([-0.9, 0, 7.4]), 300, '#ffdf9a', 0.55)
  const glow = isLit ? softGlow(stage, x, y, 300, '#ffe6a8', 0.9) + cone + pool : ''
  return put(stage, right, away, lampPost(stage.paint, isLit)) + glow
}

const darkLamp: Subject = {
  view: alongStreet({ kerbAt: 2.1, groundFloor: 'homes', isLampLit: stage => stage.phase === 'after' }),
  isNight: true,
  draw: stage => {
    const walker = put(stage, -0.3, 7, person(stage.paint, figureAt(1)))
    if (!isBefore(stage)) return nearLamp(stage, true) + walker
    const torch = put(
      stage,
      -0.2,
      7.6,
      path(
        'M18 -84L96 -6L150 -18Z',
        stage.paint.gradient(
          [
            [0, '#fff1c4', 0.6],
            [1, '#fff1c4', 0.1]
          ],
          'right'
        )
      )
    )
    return nearLamp(stage, false) + walker + torch
  }
}

const bentRail: Subject = {
  view: acrossStreet({ groundFloor: 'shops' }),
  draw: stage =>
    [-4.6, -1.55, 1.5, 4.55].map((x, index) => put(stage, x + 0.1, 6.2, guardrail(stage.paint, isBefore(stage) && index === 2))).join('') +
    (isBefore(stage) ? litter(stage, 4, { left: 0.5, right: 2.4, near: 5.4, far: 6 }) : '')
}

const brokenSignal: Subject = {
  view: acrossStreet({ groundFloor: 'shops', hasCrossing: true }),
  draw: stage => {
    const before = isBefore(stage)
    const marks = before ? groundFace(stage, -3.4, 3.2, 9, 12.4, stage.paint.tone('#767b7c'), 0.72) : ''
    return (
      marks +
      put(stage, 2.3, 5.9, trafficLight(stage.paint, before ? 'none' : 'green', before ? 24 : 0)) +
      (before ? put(stage, 0.2, 5.6, barrier(stage.paint)) : put(stage, -0.6, 9.4, person(stage.paint, figureAt(2))))
    )
  }
}

const hangingCables: Subject = {
  view: acrossStreet({ groundFloor: 'homes' }),
  draw: stage => {
    const { camera, paint } = stage
    const away = 7.2
    const poles = [-3, 3].map(x =>
      put(
        stage,
        x,
        away,
        rect(-9, -450, 18, 450, paint.body('#8a8579')) +
          rect(-50, -426, 100, 8, paint.tone('#6b6a63')) +
          rect(-38, -396, 76, 7, paint.tone('#6b6a63')) +
          rect(8, -300, 34, 46, paint.body('#9aa3a5'), 4)
      )
    )
    const cable = (up: number, sag: number, width: number, shift: number) => {
      const [x1, y1] = camera.project([-3, up, away])
      const [x2, y2] = camera.project([3, up, away])
      const low = camera.project([0, up - sag * 2, away])[1]
      return stroke(
        `M${short(x1)} ${short(y1)}Q${short((x1 + x2) / 2 + shift)} ${short(low)} ${short(x2)} ${short(y2)}`,
        paint.tone('#23292c'),
        width
      )
    }
    const tidy = [4.24, 4.1, 3.96].map((up, index) => cable(up, 0.16, 4 - index, 0)).join('')
    if (!isBefore(stage)) return poles.join('') + tidy
    const loose = cable(4.15, 2.7, 7, -110) + cable(4.05, 2.2, 5, 80) + cable(4, 1.5, 4, -60) + cable(3.95, 2.5, 4, 140)
    const coil = put(
      stage,
      -2.86,
      away,
      [0, 1, 2]
        .map(index => `<circle cx="14" cy="-170" r="${22 + index * 7}" fill="none" stroke="${paint.tone('#2b3235')}" stroke-width="4"/>`)
        .join('')
    )
    const end = stroke(`M${camera.project([0.9, 1.75, away]).map(short).join(' ')}q-26 40 10 80t-6 70`, paint.tone('#23292c'), 6)
    return poles.join('') + cable(4.24, 0.3, 4, 0) + loose + coil + end
  }
}

const brokenBench: Subject = {
  view: riverside(true),
  draw: stage => put(stage, -0.1, 4.25, bench(stage.paint, isBefore(stage))) + (isBefore(stage) ? '' : shrub(stage, 1.9, 4.9, 0.6))
}

const brokenBins: Subject = {
  view: courtyard('lane'),
  draw: stage => {
    const { paint } = stage
    if (!isBefore(stage)) {
      const roof = put(
        stage,
        0,
        6.4,
        [-186, 186].map(x => rect(x - 5, -210, 10, 210, paint.body('#6b777b'))).join('') +
          path('M-210 -206L210 -206L194 -232L-194 -232Z', paint.fall(paint.tone('#7fb8a0'), paint.tone('#4a8f72'))) +
          rect(-186, -150, 372, 46, paint.tone(lighter('#9fc4b2', 0.2)), 3)
      )
      return groundFace(stage, -2.2, 2.2, 5.2, 6.7, paint.tone('#d6d0c2')) + roof + binRow(stage, -1.1, 5.9)
    }
    const lid = path('M-31 -4Q-20 -14 22 -12L31 -2Q0 6 -31 -4Z', paint.body(lighter('#3b78b5', 0.1)))
    return [
      put(stage, -0.9, 5.9, wheeledBin(paint, binColours[0] ?? '', { hasLid: false, isCracked: true })),
      put(stage, 0.1, 5.9, turned(8, wheeledBin(paint, binColours[3] ?? '', { hasLid: false }), 20, 0)),
      put(stage, 0.75, 5.1, turned(84, wheeledBin(paint, darker('#3f9a63', 0.1), { hasLid: false, isCracked: true }), 0, -22)),
      put(stage, -1.6, 5.2, lid),
      put(stage, -0.35, 5.4, bag(paint, '#50595e', 0.8)),
      litter(stage, 12, { left: -1.5, right: 2.2, near: 4.2, far: 5.4 })
    ].join('')
  }
}

export const facilitySubjects: Readonly<Record<string, Subject>> = {
  '6001': missingCover,
  '6002': brokenFootway,
  '6003': pothole,
  '6004': darkLamp,
  '6005': bentRail,
  '6006': brokenSignal,
  '6007': hangingCables,
  '6008': brokenBench,
  '6009': brokenBins
}
