import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { isTimeFor, shownState, sightOf, stateAfter } from '#server/volunteering/presence/arrival-rules'
import { headCountMoment, isMidwayOpen, midwayWindow } from '#server/volunteering/presence/prompt-rules'

const at = (time: string) => new Date(`2026-11-23T${time}+08:00`)
const shift = { secret: 'ab'.repeat(32), startsAt: at('09:00'), endsAt: at('11:00'), isCancelled: false }

describe('the time for it', () => {
  test('checking in opens an hour before the start and ends with the shift', () => {
    expect(['07:59:59', '08:00', '11:00', '11:00:01'].map(time => isTimeFor('in', shift, at(time)))).toEqual([false, true, true, false])
  })

  test('checking out ends two hours after the shift', () => {
    expect(['07:59:59', '08:30', '13:00', '13:00:01'].map(time => isTimeFor('out', shift, at(time)))).toEqual([false, true, true, false])
  })

  test('a cancelled shift has no time', () => {
    expect(isTimeFor('in', { ...shift, isCancelled: true }, at('09:00'))).toBe(false)
  })
})

describe('prompts', () => {
  const secret = fc.integer({ min: 0 }).map(number => number.toString(16).padStart(64, '0'))

  test('lie in the middle half of the shift, on whole minutes, and do not move', () => {
    fc.assert(
      fc.property(secret, fc.integer({ min: 120, max: 480 }), (one, minutes) => {
        const long = { ...shift, secret: one, endsAt: new Date(shift.startsAt.getTime() + minutes * 60_000) }
        const window = midwayWindow(long)!
        for (const moment of [headCountMoment(long), window.from]) {
          const passed = (moment.getTime() - long.startsAt.getTime()) / 60_000
          expect(Number.isInteger(passed)).toBe(true)
          expect(passed).toBeGreaterThanOrEqual(Math.floor(minutes / 4))
          expect(passed).toBeLessThanOrEqual((minutes * 3) / 4)
        }
        expect(headCountMoment(long)).toEqual(headCountMoment(long))
        expect(window.to.getTime() - window.from.getTime()).toBe(15 * 60_000)
        expect(window.to.getTime()).toBeLessThan(long.endsAt.getTime())
      })
    )
  })

  test('are the moments that the digest of secret and purpose names, worked out here by another library', () => {
    const moment = (purpose: string) => {
      const digest = createHmac('sha256', Buffer.from(shift.secret, 'hex')).update(purpose).digest()
      const minutes = 30 + (digest.readUIntBE(0, 6) / 2 ** 48) * 60
      return new Date(shift.startsAt.getTime() + Math.floor(minutes) * 60_000)
    }
    expect(headCountMoment(shift)).toEqual(moment('head-count'))
    expect(midwayWindow(shift)).toEqual({ from: moment('midway'), to: new Date(moment('midway').getTime() + 15 * 60_000) })
  })

  test('a shift shorter than two hours has no midway code', () => {
    const short = { ...shift, endsAt: at('10:59') }
    expect(midwayWindow(short)).toBeUndefined()
    expect(isMidwayOpen(short, at('10:00'))).toBe(false)
    expect(isTimeFor('midway', short, at('10:00'))).toBe(false)
    const { from, to } = midwayWindow(shift)!
    expect([from, new Date(to.getTime() - 1), to].map(moment => isMidwayOpen(shift, moment))).toEqual([true, true, false])
  })
})

describe('the geofence', () => {
  const site = { longitude: 113.9, latitude: 30, radiusMetres: 100 }
  const seen = (northMetres: number, accuracyMetres: number) =>
    sightOf(site, { longitude: 113.9, latitude: 30 + northMetres / 111_195, accuracyMetres })

  test('holds within the radius and the accuracy, at most 100 m of it', () => {
    expect([seen(99, 0).sight, seen(145, 50).sight, seen(198, 100).sight, seen(198, 150).sight]).toEqual(Array(4).fill('inside'))
  })

  test('is left only where not even the uncertainty reaches the site', () => {
    expect([seen(101, 0).sight, seen(155, 50).sight, seen(205, 100).sight, seen(305, 200).sight]).toEqual(Array(4).fill('outside'))
    expect([seen(205, 150).sight, seen(295, 200).sight]).toEqual(['unclear', 'unclear'])
  })

  test('an accuracy worse than 200 m says nothing, however far away', () => {
    expect([seen(0, 201).sight, seen(90_000, 201).sight]).toEqual(['unclear', 'unclear'])
  })

  test('keeps the distance rounded to ten metres', () => {
    expect(seen(1_234, 12.4)).toEqual({ distanceMetres: 1_230, accuracyMetres: 12, sight: 'outside' })
  })
})

test('a dispute stays one whatever is scanned, and a flag shows only where the attendance is complete', () => {
  expect([stateAfter('in', 'none'), stateAfter('out', 'checked_in'), stateAfter('out', 'open_checkout')]).toEqual([
    'checked_in',
    'checked_out',
    'checked_out'
  ])
  expect([stateAfter('out', 'disputed'), stateAfter('midway', 'checked_in')]).toEqual(['disputed', 'checked_in'])
  expect([shownState('checked_out', true), shownState('checked_in', true), shownState('checked_out', false)]).toEqual([
    'flagged',
    'checked_in',
    'checked_out'
  ])
})
