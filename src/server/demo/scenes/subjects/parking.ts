import { scooter, scooterColours, sharedBike, sharedBikeColours } from '#server/demo/scenes/parts/cycles'
import { figureAt, figures, person } from '#server/demo/scenes/parts/people'
import { carton } from '#server/demo/scenes/parts/rubbish'
import { ellipse, path, turned } from '#server/demo/scenes/parts/shapes'
import { groundFace, put, type Stage } from '#server/demo/scenes/parts/stage'
import { bollard, trafficLight } from '#server/demo/scenes/parts/street-furniture'
import { riderOn } from '#server/demo/scenes/parts/structures'
import { carColours, carSide } from '#server/demo/scenes/parts/vehicles'
import { plantPot } from '#server/demo/scenes/parts/household'
import { tactilePath } from '#server/demo/scenes/parts/ground'
import { acrossStreet } from '#server/demo/scenes/views/across-street'
import { alongStreet } from '#server/demo/scenes/views/along-street'
import { courtyard } from '#server/demo/scenes/views/courtyard'
import type { Subject } from '#server/demo/scenes/subjects/subject'

const isBefore = (stage: Stage) => stage.phase === 'before'

/** White lines of a parking bay on the ground. */
function bay(stage: Stage, left: number, right: number, near: number, far: number): string {
  const white = stage.paint.tone('#f4f0e4')
  const width = 0.07
  return [
    groundFace(stage, left, right, far - width, far, white, 0.9),
    groundFace(stage, left, left + width, near, far, white, 0.9),
    groundFace(stage, right - width, right, near, far, white, 0.9),
    groundFace(stage, left, right, near, near + width, white, 0.9)
  ].join('')
}

const carsOnTheFootway: Subject = {
  view: acrossStreet({ groundFloor: 'shops', hasTraffic: false }),
  draw: stage => {
    const random = stage.chance('parked')
    const [one, other] = [random.pick(carColours), random.pick(carColours)]
    const guide =
      groundFace(stage, -20, 20, 4.35, 4.72, stage.paint.tone('#e3ac48')) +
      [4.42, 4.51, 4.6].map(z => groundFace(stage, -20, 20, z, z + 0.025, stage.paint.tone('#a9741d'), 0.6)).join('')
    if (isBefore(stage))
      return (
        guide + put(stage, 2.9, 5.9, carSide(stage.paint, other), { isMirrored: true }) + put(stage, -0.9, 4.7, carSide(stage.paint, one))
      )
    const posts = [-3.6, -2.2, -0.8, 0.6, 2, 3.4].map(x => put(stage, x, 6.6, bollard(stage.paint))).join('')
    return (
      put(stage, 1.6, 9.4, carSide(stage.paint, one)) + posts + guide + put(stage, -1.2, 5.6, person(stage.paint, random.pick(figures)))
    )
  }
}

const scootersEverywhere: Subject = {
  view: acrossStreet({ groundFloor: 'shops' }),
  draw: stage => {
    const random = stage.chance('scooters')
    const colours = Array.from({ length: 8 }, () => random.pick(scooterColours))
    if (!isBefore(stage)) {
      const row = colours.map((colour, index) =>
        put(stage, 2.5 - index * 0.72, 5.6, `<g transform="scale(.52 1)">${scooter(stage.paint, colour)}</g>`)
      )
      return bay(stage, -3.1, 3.1, 4.8, 6.2) + row.join('')
    }
    const places = [
      [-2.4, 6.5],
      [-0.6, 6.3],
      [1.7, 6.6],
      [2.6, 5.3],
      [-1.9, 5.2],
      [0.7, 5.2],
      [-0.5, 4.3],
      [1.6, 4.1]
    ] as const
    return places
      .map(([x, away], index) =>
        put(stage, x, away, turned(random.between(-5, 4), scooter(stage.paint, colours[index] ?? ''), 60, -10), {
          isMirrored: random.isLucky(0.5)
        })
      )
      .join('')
  }
}

const bikesInHeaps: Subject = {
  view: alongStreet({ kerbAt: 2.1, groundFloor: 'shops' }),
  draw: stage => {
    const random = stage.chance('bikes')
    const bike = () => sharedBike(stage.paint, random.pick(sharedBikeColours))
    if (!isBefore(stage)) {
      const row = [8.2, 7.4, 6.6, 5.8].map(away => put(stage, 1.2, away, `<g transform="scale(.8 1)">${bike()}</g>`))
      return bay(stage, 0.25, 2, 5.2, 8.8) + row.join('')
    }
    const heapOf = [
      [0.9, 7.6, 4],
      [-0.5, 7, -8],
      [1.2, 6.4, 52],
      [0.1, 6.2, -14],
      [-1, 5.8, 66],
      [0.9, 5.5, -22],
      [-0.3, 5, 78],
      [0.7, 4.6, 12]
    ] as const
    return heapOf.map(([x, away, lean]) => put(stage, x, away, turned(lean, bike(), 50, -6), { isMirrored: random.isLucky(0.4) })).join('')
  }
}

const blockedGuide: Subject = {
  view: alongStreet({ kerbAt: 2.1, groundFloor: 'shops' }),
  draw: stage => {
    const random = stage.chance('blocked')
    if (!isBefore(stage)) return tactilePath(stage, -1.6)
    return [
      put(stage, -1.35, 7.6, scooter(stage.paint, random.pick(scooterColours))),
      put(stage, -1.5, 6.4, plantPot(stage.paint, '#b9765a', random)),
      put(stage, -0.95, 6.3, plantPot(stage.paint, '#7d8f8a', random)),
      put(stage, -1.4, 5.5, carton(stage.paint, 74, 58)),
      put(stage, -1.36, 5.5, `<g transform="translate(0 -60)">${carton(stage.paint, 56, 38, true)}</g>`),
      put(stage, -0.8, 5.3, carton(stage.paint, 58, 40)),
      put(stage, -1, 4.3, scooter(stage.paint, random.pick(scooterColours)), { isMirrored: true })
    ].join('')
  }
}

const abandonedCar: Subject = {
  view: courtyard('lane'),
  draw: stage => {
    const lines = bay(stage, -2.6, 2.6, 4.3, 6.6)
    if (!isBefore(stage)) return lines
    const weeds = [-2.2, -1.4, -0.3, 0.9, 1.8, 2.3].map((x, index) =>
      put(
        stage,
        x,
        4.7 - (index % 2) * 0.1,
        path(
          'M-14 0Q-18 -20 -26 -30Q-10 -24 -6 -6Q-4 -30 2 -42Q6 -26 4 -4Q12 -22 24 -26Q14 -12 12 0Z',
          stage.paint.tone(index % 2 ? '#7f9a55' : '#6a8a4d')
        )
      )
    )
    const leaves = [-1.6, -0.5, 0.4, 1.5, 2.1].map(x => put(stage, x, 4.2, ellipse(0, 0, 9, 3, stage.paint.tone('#b1853f'))))
    return (
      lines +
      put(stage, 0, 5.2, carSide(stage.paint, stage.chance('old car').pick(['#7f8f98', '#9a8f7d', '#7f8a76']), { isDusty: true })) +
      weeds.join('') +
      leaves.join('')
    )
  }
}

const againstTheLight: Subject = {
  view: acrossStreet({ groundFloor: 'shops', hasCrossing: true }),
  draw: stage => {
    const light = put(stage, 3.4, 6.7, trafficLight(stage.paint, 'red'))
    const car = put(stage, -5.6, 12.4, carSide(stage.paint, '#5d7f94'))
    const walking = [
      [-1.4, 9.4],
      [0.3, 8.6],
      [1.2, 10.6]
    ] as const
    const waiting = [
      [-1.7, 6.4],
      [-0.7, 6.6],
      [0.5, 6.3],
      [1.5, 6.6]
    ] as const
    const spots = isBefore(stage) ? walking : waiting
    const people = spots.map(([x, away], index) => ({
      away,
      drawn: put(stage, x, away, person(stage.paint, { ...figureAt(index), isStriding: isBefore(stage) }))
    }))
    return (
      car +
      people
        .sort((one, other) => other.away - one.away)
        .map(each => each.drawn)
        .join('') +
      light
    )
  }
}

const recklessRider: Subject = {
  view: acrossStreet({ groundFloor: 'shops', hasTraffic: false }),
  draw: stage => {
    const { paint } = stage
    const car = put(stage, -4.4, 12.6, carSide(paint, '#e8e6df'))
    const rider = (hasHelmet: boolean) => riderOn(paint, scooter(paint, '#4f8f74'), '#d49a48', hasHelmet)
    const lane = groundFace(stage, -20, 20, 7.9, 8, paint.tone('#f1eddf'), 0.8)
    if (!isBefore(stage)) return car + lane + put(stage, 0.6, 7.7, rider(true))
    return (
      car +
      lane +
      put(
        stage,
        0.9,
        9.6,
        rider(false) +
          `<g transform="translate(-46 -6) scale(.92)">${path('M-26 -82Q-28 -118 -8 -132L14 -130L14 -84Z', paint.body('#8a9fb5'))}<circle cx="2" cy="-146" r="13" fill="${paint.tone('#3a2f2a')}"/></g>`,
        { isMirrored: true }
      )
    )
  }
}

const notGivingWay: Subject = {
  view: acrossStreet({ groundFloor: 'shops', hasCrossing: true }),
  draw: stage => {
    const colour = stage.chance('driver').pick(carColours)
    if (isBefore(stage))
      return (
        put(stage, -0.4, 10.6, carSide(stage.paint, colour)) +
        [-0.5, 0.6].map((x, index) => put(stage, x + 0.4, 6.7, person(stage.paint, { ...figureAt(index), isStriding: false }))).join('')
      )
    const line = groundFace(stage, -3.9, -3.7, 8.6, 13.8, stage.paint.tone('#f4f0e4'), 0.9)
    return (
      line +
      put(stage, -6.2, 11, carSide(stage.paint, colour)) +
      put(stage, 0.9, 10.4, person(stage.paint, figureAt(1))) +
      put(stage, -0.3, 9.2, person(stage.paint, figureAt(0)))
    )
  }
}

export const parkingSubjects: Readonly<Record<string, Subject>> = {
  '3001': carsOnTheFootway,
  '3002': scootersEverywhere,
  '3003': bikesInHeaps,
  '3004': blockedGuide,
  '3005': abandonedCar,
  '3006': againstTheLight,
  '3007': recklessRider,
  '3008': notGivingWay
}
