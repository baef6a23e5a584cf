import type { PresenceSignal } from '#contract/volunteering-states'
import { detectOverlaps, detectSameMinute, detectSharedDevice, detectTeleport } from '#server/volunteering/presence/detector-rules'

const at = (time: string) => new Date(`2026-11-23T${time}+08:00`)

test('one phone for two people is noticed, one phone for one person twice is not', () => {
  const scans = [
    { personId: 'b', deviceId: 'phone' },
    { personId: 'a', deviceId: 'phone' },
    { personId: 'c', deviceId: 'other' },
    { personId: 'd', deviceId: null }
  ]
  expect(detectSharedDevice(scans, 'phone')).toEqual(['a', 'b'])
  expect(detectSharedDevice([...scans, { personId: 'c', deviceId: 'other' }], 'other')).toEqual([])
})

describe('speed', () => {
  const sighting = (time: string, northMetres: number, uncertaintyMetres = 0) => ({
    at: at(time),
    point: { longitude: 113.9, latitude: 30 + northMetres / 111_195 },
    uncertaintyMetres
  })

  test('above 120 km/h between two places is noticed, in either order, at 120 it is not', () => {
    const [here, fast, slow] = [sighting('09:00', 0), sighting('09:10', 21_000), sighting('09:10', 19_900)]
    expect(detectTeleport(here, fast)).toEqual({ speedKmh: 126, distanceMetres: 21_000 })
    expect(detectTeleport(fast, here)).toEqual({ speedKmh: 126, distanceMetres: 21_000 })
    expect(detectTeleport(here, slow)).toBeUndefined()
  })

  test('is reckoned with the benefit of every uncertainty', () => {
    expect(detectTeleport(sighting('09:00', 0, 500), sighting('09:10', 21_000, 600))).toBeUndefined()
    expect(detectTeleport(sighting('09:00', 0, 100), sighting('09:00', 150, 100))).toBeUndefined()
  })

  test('two places at the same moment are noticed', () => {
    expect(detectTeleport(sighting('09:00', 0), sighting('09:00', 5_000))).toEqual({ speedKmh: 9_999, distanceMetres: 5_000 })
  })
})

test('times that touch do not overlap; a minute together does', () => {
  const mine = { from: at('09:00'), to: at('10:00') }
  const others = [
    { shiftId: 'before', from: at('08:00'), to: at('09:00') },
    { shiftId: 'after', from: at('10:00'), to: at('11:00') },
    { shiftId: 'both', from: at('09:59'), to: at('11:00') }
  ]
  expect(detectOverlaps(mine, others).map(other => other.shiftId)).toEqual(['both'])
})

describe('the same minute', () => {
  const scans = (count: number, time: string, signals: PresenceSignal[] = ['code']) =>
    Array.from({ length: count }, (_, number) => ({ personId: `${time}-${number}`, at: at(time), signals }))

  test('five of nine by bare code are noticed; four, or five of ten, are not', () => {
    expect(detectSameMinute(scans(5, '09:00:10'), at('09:00:50'), 9)).toHaveLength(5)
    expect(detectSameMinute(scans(4, '09:00:10'), at('09:00:50'), 4)).toEqual([])
    expect(detectSameMinute(scans(5, '09:00:10'), at('09:00:50'), 10)).toEqual([])
  })

  test('who shared a position, or came in another minute, does not count', () => {
    const queue = [...scans(4, '09:00:59'), ...scans(4, '09:01:00')]
    expect(detectSameMinute(queue, at('09:01:00'), 8)).toEqual([])
    expect(detectSameMinute([...scans(4, '09:00:10'), ...scans(4, '09:00:20', ['code', 'geofence'])], at('09:00:30'), 8)).toEqual([])
  })
})
