import { groundDisc, groundFace, put, type Stage } from '#server/demo/scenes/parts/stage'
import { manholeCover } from '#server/demo/scenes/parts/ground-damage'
import { puddle, softGlow } from '#server/demo/scenes/parts/ground'
import { plantPot } from '#server/demo/scenes/parts/household'
import { door } from '#server/demo/scenes/parts/openings'
import { bag, heap, leafHeap, rubble, scrap, smoke } from '#server/demo/scenes/parts/rubbish'
import { litter } from '#server/demo/scenes/parts/scatter'
import { circle, ellipse, path, rect, stroke } from '#server/demo/scenes/parts/shapes'
import { binColours, litterBox, wheeledBin } from '#server/demo/scenes/parts/street-furniture'
import { flowers, shrub } from '#server/demo/scenes/parts/trees'
import { boxOn, frontWall, panel } from '#server/demo/scenes/parts/walls'
import { acrossStreet } from '#server/demo/scenes/views/across-street'
import { alongStreet } from '#server/demo/scenes/views/along-street'
import { park } from '#server/demo/scenes/views/park'
import { riverside } from '#server/demo/scenes/views/riverside'
import type { Subject } from '#server/demo/scenes/subjects/subject'

const isBefore = (stage: Stage) => stage.phase === 'before'

/** Four bins in a row, from `left` metres. */
export const binRow = (stage: Stage, left: number, away: number) =>
  binColours.map((colour, index) => put(stage, left + index * 0.72, away, wheeledBin(stage.paint, colour))).join('')

const bagsByTheBins: Subject = {
  view: alongStreet({ kerbAt: 2.1, groundFloor: 'shops' }),
  draw: stage => {
    if (!isBefore(stage)) return groundFace(stage, -0.95, 1.75, 5.4, 6.6, stage.paint.tone('#dcd6c8'), 0.8) + binRow(stage, -0.65, 6)
    const bins = [0, 1].map(index =>
      put(stage, 0.3 + index * 0.78, 6, wheeledBin(stage.paint, binColours[index * 3] ?? '', { hasLid: index === 1 }))
    )
    return (
      bins.join('') +
      put(stage, 0.3, 6, `<g transform="translate(0 -92)">${bag(stage.paint, '#50595e', 0.8)}</g>`) +
      put(stage, 0.25, 4.9, heap(stage.paint, stage.chance('heap'), 250)) +
      litter(stage, 9, { left: -1, right: 1.6, near: 3.8, far: 5 })
    )
  }
}

const fullLitterBox: Subject = {
  view: acrossStreet({ groundFloor: 'shops' }),
  draw: stage => {
    const box = put(stage, 0.2, 4, litterBox(stage.paint))
    if (!isBefore(stage)) return box + put(stage, -2, 6.2, plantPot(stage.paint, '#7d8f8a', stage.chance('pot')))
    const random = stage.chance('overflow')
    const top = [-34, -14, 8, 30]
      .map((x, index) => `<g transform="translate(${x} ${-98 - (index % 2) * 16})">${scrap(stage.paint, random)}</g>`)
      .join('')
    const stuffed = `<g transform="translate(-22 -62)">${bag(stage.paint, '#e4e6e1', 0.42)}</g><g transform="translate(24 -60)">${bag(stage.paint, '#6a9a86', 0.42)}</g>`
    return (
      box +
      put(stage, 0.2, 4, stuffed + top) +
      put(stage, 0.95, 3.85, bag(stage.paint, '#50595e', 0.9)) +
      put(stage, -0.55, 3.8, bag(stage.paint, '#7d97a8', 0.75)) +
      litter(stage, 22, { left: -1.4, right: 1.8, near: 3.1, far: 4.3 })
    )
  }
}

const rubbleHeap: Subject = {
  view: acrossStreet({ groundFloor: 'homes' }),
  draw: stage =>
    isBefore(stage)
      ? put(stage, -0.1, 4.3, rubble(stage.paint, stage.chance('rubble'), 330))
      : [-1.6, 0, 1.6].map(x => put(stage, x, 6.4, plantPot(stage.paint, '#b9765a', stage.chance(`pot ${x}`)))).join('')
}

const dirtyGreen: Subject = {
  view: park('lawn'),
  draw: stage =>
    isBefore(stage)
      ? litter(stage, 34, { left: -2.6, right: 2.6, near: 3.6, far: 8.5 }) +
        put(stage, -0.7, 5.2, bag(stage.paint, '#e4e6e1', 0.9)) +
        put(stage, 0.6, 4.7, bag(stage.paint, '#50595e', 0.8))
      : flowers(stage, -2.4, 2.6, 4.2, 6.6, 46)
}

const dirtyWater: Subject = {
  view: riverside(false),
  draw: stage => {
    const float = (x: number, away: number, inner: string) => put(stage, x, away, inner, { up: -0.6 })
    if (!isBefore(stage))
      return [-2.4, 1.2, 3.4]
        .map((x, index) =>
          [0, 0.5, 0.95]
            .map(shift =>
              float(
                x + shift,
                9 + index * 1.6 + shift,
                ellipse(0, 0, 26, 9, stage.paint.tone('#6f9d5f')) + path('M0 0L22 -6L24 4Z', stage.paint.tone('#3f7479'))
              )
            )
            .join('')
        )
        .join('')
    const random = stage.chance('floating')
    const scum = [
      [-1.8, 8],
      [0.8, 6.8],
      [2.6, 9.4]
    ].map(([x = 0, z = 8]) =>
      float(x, z, ellipse(0, 0, 150, 20, stage.paint.tone('#8a9a5f'), 0.55) + ellipse(30, 4, 90, 12, stage.paint.tone('#a4ad6d'), 0.55))
    )
    const pieces = Array.from({ length: 40 }, () => random.between(5.2, 13))
      .sort((one, other) => other - one)
      .map(away => float(random.between(-3.6, 3.6), away, scrap(stage.paint, random)))
    return (
      scum.join('') +
      pieces.join('') +
      float(0.3, 6.4, bag(stage.paint, '#e4e6e1', 0.8)) +
      float(-1.4, 7.4, bag(stage.paint, '#7d97a8', 0.7))
    )
  }
}

/** A small public toilet with two doors and their plain signs. */
function toiletHouse(stage: Stage): string {
  const wall = frontWall(8.2)
  const { tone, fall } = stage.paint
  const sign = (x: number, isDress: boolean) => {
    const [cx, cy] = stage.camera.project([x, 2.3, 8.2])
    const figure = isDress
      ? path(`M${cx} ${cy - 6}L${cx - 13} ${cy + 17}L${cx + 13} ${cy + 17}Z`, '#f7f2e0')
      : rect(cx - 8, cy - 5, 16, 22, '#f7f2e0', 3)
    return circle(cx, cy, 26, tone(isDress ? '#c9745f' : '#3f7f8c')) + circle(cx, cy - 12, 6, '#f7f2e0') + figure
  }
  return [
    panel(stage, wall, { from: -2.9, to: 2.9, low: 0, high: 3.1 }, fall(tone('#efe6d2'), tone('#d6cab2'))),
    panel(stage, wall, { from: -2.9, to: 2.9, low: 0, high: 0.8 }, tone('#9fb8a6')),
    boxOn(stage, wall, { from: -3.3, to: 3.3, low: 3.1, high: 3.4 }, 0.8, '#6f8f86'),
    panel(stage, wall, { from: -2.9, to: 2.9, low: 2.75, high: 3.1 }, stage.paint.mood.shadow, 0.25),
    door(stage, wall, -2, -0.9, 2.05, '#5f7f78'),
    door(stage, wall, 0.9, 2, 2.05, '#5f7f78'),
    sign(-0.35, false),
    sign(0.35, true),
    shrub(stage, -3.4, 7.9, 0.9),
    shrub(stage, 3.4, 7.9, 0.9)
  ].join('')
}

const dirtyToilet: Subject = {
  view: park('square'),
  draw: stage => {
    if (!isBefore(stage))
      return (
        toiletHouse(stage) +
        put(stage, -2.5, 7.4, plantPot(stage.paint, '#b9765a', stage.chance('pot'))) +
        put(stage, 2.5, 7.4, plantPot(stage.paint, '#b9765a', stage.chance('pot')))
      )
    const puddles =
      puddle(stage, -1.3, 6.4, 0.8, '#8f8a5f') + puddle(stage, 1.2, 5.6, 0.95, '#8f8a5f') + puddle(stage, 0, 4.6, 0.5, '#8f8a5f')
    const stink = [-1.4, 1.4].map(x =>
      put(
        stage,
        x,
        7.9,
        [0, 26, 52].map(shift => stroke(`M${shift - 26} -120q-14 -26 0 -50t0 -50`, stage.paint.tone('#8c9a4f'), 6, 0.5)).join('')
      )
    )
    return toiletHouse(stage) + puddles + stink.join('') + litter(stage, 20, { left: -2.2, right: 2.2, near: 4, far: 7.4 })
  }
}

const waterOnTheRoad: Subject = {
  view: alongStreet({ kerbAt: -2.2, groundFloor: 'homes' }),
  draw: stage => {
    if (!isBefore(stage)) return manholeCover(stage, 0.2, 5.4)
    const ripples = [0.5, 0.85, 1.25].map(radius => groundDisc(stage, 0.2, 5.6, radius, '#ffffff', 0.12)).join('')
    return (
      puddle(stage, 0.1, 5.6, 2.1, '#74898c') +
      puddle(stage, -1.4, 7.4, 1.1, '#74898c') +
      ripples +
      litter(stage, 6, { left: -1.2, right: 1.4, near: 4.6, far: 6.4 })
    )
  }
}

const burningLeaves: Subject = {
  view: park('lawn'),
  draw: stage => {
    const random = stage.chance('leaves burning')
    if (!isBefore(stage))
      return [-0.7, 0, 0.75].map((x, index) => put(stage, x, 5.6 - index * 0.15, bag(stage.paint, '#7fa06a', 1.15))).join('')
    const flame = (x: number, size: number) =>
      path(
        `M${x - 16 * size} -28Q${x - 22 * size} ${-58 * size - 20} ${x} ${-92 * size - 20}Q${x + 4 * size} ${-62 * size - 20} ${x + 18 * size} ${-54 * size - 20}Q${x + 22 * size} -34 ${x + 12 * size} -26Z`,
        stage.paint.glow('#e8843a')
      ) +
      path(
        `M${x - 7 * size} -28Q${x - 9 * size} ${-40 * size - 14} ${x + 1} ${-58 * size - 14}Q${x + 11 * size} ${-36 * size - 14} ${x + 7 * size} -27Z`,
        stage.paint.glow('#f8cf63')
      )
    const [x, y] = stage.camera.project([0, 0.4, 5.2])
    return (
      put(
        stage,
        0,
        5.2,
        leafHeap(stage.paint, random, 230) + flame(-34, 0.8) + flame(8, 1.15) + flame(46, 0.7) + smoke(stage.paint, random, 330)
      ) + softGlow(stage, x, y, 150, '#f5a94e', 0.35)
    )
  }
}

const dogDirt: Subject = {
  view: park('square'),
  draw: stage => {
    const post = put(
      stage,
      -1.5,
      5.6,
      rect(-5, -120, 10, 120, stage.paint.body('#6b777b')) +
        rect(-22, -126, 44, 46, stage.paint.body('#4a8f72'), 6) +
        circle(0, -104, 10, stage.paint.tone('#f4efe2')) +
        rect(-12, -76, 24, 6, stage.paint.tone('#e9e4d6'), 2)
    )
    if (!isBefore(stage)) return post + shrub(stage, 1.9, 6.6, 0.8)
    const pile =
      ellipse(2, 0, 26, 6, stage.paint.mood.shadow, 0.3) +
      ellipse(0, -5, 20, 7, stage.paint.tone('#7a5736')) +
      ellipse(-1, -13, 14, 6, stage.paint.tone('#8a6440')) +
      path('M-9 -17Q-2 -30 6 -26Q4 -18 8 -15Z', stage.paint.tone('#97704a'))
    return put(stage, 0.1, 3.7, pile) + put(stage, 0.7, 4.6, pile)
  }
}

export const cleaningSubjects: Readonly<Record<string, Subject>> = {
  '1001': bagsByTheBins,
  '1002': fullLitterBox,
  '1003': rubbleHeap,
  '1004': dirtyGreen,
  '1005': dirtyWater,
  '1006': dirtyToilet,
  '1007': waterOnTheRoad,
  '1008': burningLeaves,
  '1009': dogDirt
}
