import { darker, lighter } from '#server/demo/scenes/parts/colour'
import { facadeColours } from '#server/demo/scenes/parts/buildings'
import { cupboard, planks, plantPot, sofa, washing } from '#server/demo/scenes/parts/household'
import { bag, carton } from '#server/demo/scenes/parts/rubbish'
import { litter } from '#server/demo/scenes/parts/scatter'
import { circle, line, path, polygon, rect, stroke, turned } from '#server/demo/scenes/parts/shapes'
import { put, type Stage } from '#server/demo/scenes/parts/stage'
import { bench } from '#server/demo/scenes/parts/street-furniture'
import { billboard } from '#server/demo/scenes/parts/structures'
import { shrub, tree } from '#server/demo/scenes/parts/trees'
import { frontWall, panel } from '#server/demo/scenes/parts/walls'
import { courtyard } from '#server/demo/scenes/views/courtyard'
import { nearWall, PLAIN_WALL, WALL_AWAY } from '#server/demo/scenes/views/near-wall'
import { park } from '#server/demo/scenes/views/park'
import type { Subject } from '#server/demo/scenes/subjects/subject'

const isBefore = (stage: Stage) => stage.phase === 'before'
/** The wall's own colour, as the view picks it. */
const wallColour = (stage: Stage) => stage.chance('wall').pick(facadeColours)

/** Where things hang on the plain stretch of wall, drawn in centimetres around its lower left corner. */
const onWall = (stage: Stage, inner: string) => put(stage, PLAIN_WALL.from, WALL_AWAY, inner)

const pastedCards: Subject = {
  view: nearWall,
  draw: stage => {
    const random = stage.chance('cards')
    const colour = wallColour(stage)
    if (!isBefore(stage))
      return onWall(
        stage,
        Array.from({ length: 5 }, () =>
          rect(
            random.between(10, 290),
            random.between(-240, -90),
            random.between(30, 60),
            random.between(24, 44),
            stage.paint.tone(lighter(colour, 0.25)),
            3,
            0.5
          )
        ).join('')
      )
    const card = () => {
      const [x, y, width, height] = [random.between(4, 320), random.between(-246, -66), random.between(22, 44), random.between(18, 54)]
      const paper = random.pick(['#f7f2e4', '#f4d98a', '#e9b8a6', '#cfe0d2', '#f1efe8', '#bcd3df'])
      const ink = random.pick(['#b4554a', '#3f6f86', '#4b555a', '#2f7f66'])
      const lines = Array.from({ length: 3 }, (_, index) =>
        rect(
          x + 4,
          y + 6 + index * (height / 3.6),
          width * random.between(0.45, 0.8),
          Math.max(2.4, height / 9),
          stage.paint.tone(ink),
          1,
          0.75
        )
      ).join('')
      const torn = random.isLucky(0.3)
        ? polygon(
            [
              [x + width, y + height],
              [x + width * 0.55, y + height],
              [x + width, y + height * 0.5]
            ],
            stage.paint.tone(lighter(colour, 0.1))
          )
        : ''
      return turned(
        random.between(-9, 9),
        rect(x + 1.5, y + 2, width, height, stage.paint.mood.shadow, 0, 0.25) +
          rect(x, y, width, height, stage.paint.tone(paper)) +
          lines +
          torn,
        x,
        y
      )
    }
    return onWall(stage, Array.from({ length: 42 }, card).join('')) + litter(stage, 6, { left: -1.6, right: 1.6, near: 5.4, far: 6.6 })
  }
}

const sprayedWall: Subject = {
  view: nearWall,
  draw: stage => {
    const colour = wallColour(stage)
    if (!isBefore(stage))
      return panel(stage, frontWall(WALL_AWAY), { ...PLAIN_WALL, low: 0.44, high: 2.7 }, stage.paint.tone(lighter(colour, 0.16)), 0.9)
    const random = stage.chance('spray')
    const shades = ['#3f7f8c', '#b9604c', '#2b3235', '#dca03c'].map(shade => stage.paint.tone(shade))
    const loops = Array.from({ length: 5 }, (_, index) => {
      const [x, y] = [30 + index * 66 + random.between(-14, 14), random.between(-190, -120)]
      return stroke(
        `M${x} ${y}c40 -70 80 -30 30 20s-70 60 10 66s60 -90 -6 -70s-20 96 44 70`,
        shades[index % 4] ?? '',
        random.between(8, 13),
        0.9
      )
    })
    const runs = Array.from({ length: 12 }, () => {
      const [x, y] = [random.between(30, 350), random.between(-150, -96)]
      return line([x, y], [x, y + random.between(12, 46)], random.pick(shades), 3, 0.8)
    })
    const blob =
      circle(196, -196, 34, shades[3] ?? '', 0.85) +
      circle(186, -202, 4, shades[2] ?? '') +
      circle(208, -202, 4, shades[2] ?? '') +
      stroke('M178 -186Q196 -170 214 -186', shades[2] ?? '', 5)
    return onWall(stage, blob + loops.join('') + runs.join(''))
  }
}

const piledThings: Subject = {
  view: nearWall,
  draw: stage => {
    const { paint } = stage
    if (!isBefore(stage))
      return (
        put(stage, 0, 6.3, bench(paint, false)) +
        [-1.5, 1.5].map(x => put(stage, x, 6.4, plantPot(paint, '#b9765a', stage.chance(`pot ${x}`)))).join('')
      )
    const random = stage.chance('piled')
    return [
      put(stage, 1.5, 6.6, planks(paint)),
      put(stage, -1.35, 6.5, cupboard(paint, random.pick(['#a97f50', '#8d7254', '#b7a48a']))),
      put(stage, 0.25, 6.1, sofa(paint, random.pick(['#8a6f7d', '#6f8a7d', '#a5775c', '#7d8a9a']))),
      put(stage, 0.1, 6.0, `<g transform="translate(-20 -92)">${carton(paint, 66, 44, true)}</g>`),
      put(stage, 1.55, 5.6, carton(paint, 70, 56)),
      put(stage, 1.62, 5.55, `<g transform="translate(0 -58)">${carton(paint, 52, 36)}</g>`),
      put(stage, -1.2, 5.5, carton(paint, 60, 40, true)),
      put(stage, -0.5, 5.2, bag(paint, '#50595e', 0.8)),
      litter(stage, 6, { left: -1.4, right: 1.7, near: 4.7, far: 5.3 })
    ].join('')
  }
}

const washingOutside: Subject = {
  view: courtyard('lane'),
  draw: stage => {
    const trees = [-2.1, 2.3].map(x => tree(stage, x, 6.6, '#6b9a52', { height: 330, radius: 130 })).join('')
    return isBefore(stage)
      ? trees +
          put(stage, -2.05, 6.5, washing(stage.paint, stage.chance('washing'), 430), { up: 1.95 }) +
          put(stage, -1.1, 5.4, `<g>${carton(stage.paint, 60, 26, true)}</g>`)
      : trees + shrub(stage, -2.1, 6.2, 0.8) + shrub(stage, 2.3, 6.2, 0.8)
  }
}

const looseSign: Subject = {
  view: nearWall,
  draw: stage => {
    const { paint } = stage
    const colour = stage.chance('sign').pick(['#2f8f6f', '#dca03c', '#3f8c94', '#b9604c'])
    const board = (isBroken: boolean) => {
      const faceOf = isBroken ? lighter(colour, 0.35) : colour
      const outline = isBroken ? 'M0 -62L356 -62L356 0L250 0L236 -18L214 -6L202 0L0 0Z' : 'M0 -62L356 -62L356 0L0 0Z'
      const marks = [34, 102, 170, ...(isBroken ? [] : [238])].map((x, index) =>
        index % 2 ? rect(x, -48, 42, 34, paint.tone('#fbf5e6'), 7, 0.92) : circle(x + 20, -31, 18, paint.tone('#fbf5e6'), 0.92)
      )
      const lamps = isBroken
        ? []
        : [30, 120, 210, 300].map(x => path(`M${x} -74L${x + 18} -74L${x + 13} -66L${x + 5} -66Z`, paint.tone('#4b555a')))
      return (
        path(outline, paint.mood.shadow, 0.3).replace('<path', '<path transform="translate(7 9)"') +
        path(outline, paint.fall(paint.tone(lighter(faceOf, 0.12)), paint.tone(darker(faceOf, 0.12)))) +
        marks.join('') +
        lamps.join('')
      )
    }
    const at = (inner: string) => put(stage, PLAIN_WALL.from, WALL_AWAY - 0.1, inner, { up: 2.2 })
    if (!isBefore(stage)) return at(board(false))
    const wires = stroke('M356 -62Q330 -20 300 46M40 -62Q30 -74 22 -92M352 -90Q362 -40 340 30', paint.tone('#3a4347'), 4)
    return (
      at(rect(0, -66, 356, 66, paint.tone(darker(wallColour(stage), 0.12)), 0, 0.5) + wires + turned(13, board(true), 0, -50)) +
      put(
        stage,
        1,
        5.6,
        polygon(
          [
            [-30, 0],
            [-14, -22],
            [26, -14],
            [34, 0]
          ],
          paint.tone(lighter(colour, 0.35))
        )
      ) +
      put(
        stage,
        0.2,
        5.2,
        polygon(
          [
            [-18, 0],
            [-4, -12],
            [18, -4],
            [12, 2]
          ],
          paint.tone(lighter(colour, 0.4))
        )
      )
    )
  }
}

const wornPoster: Subject = {
  view: park('square'),
  draw: stage =>
    put(stage, 0, 6.2, billboard(stage.paint, isBefore(stage))) +
    (isBefore(stage)
      ? litter(stage, 5, { left: -1.4, right: 1.4, near: 5, far: 6 })
      : [-1.9, 1.9].map(x => shrub(stage, x, 6, 0.8)).join(''))
}

export const wallSubjects: Readonly<Record<string, Subject>> = {
  '2001': pastedCards,
  '2002': sprayedWall,
  '2003': piledThings,
  '2004': washingOutside,
  '2005': looseSign,
  '2006': wornPoster
}
