import type { FastifyInstance } from 'fastify'
import { shiftCalendar } from '#server/documents/shift-calendar'
import { pastShift } from '#world/served-hours'
import { openWorld, type World } from '#world/world'

let world: World
let server: FastifyInstance
let shift: Awaited<ReturnType<typeof pastShift>>
beforeAll(async () => {
  world = await openWorld()
  server = await world.serve()
  shift = await pastShift(world, { bring: '手套' })
}, 60_000)
afterAll(() => world.close())

async function fetched(address: string) {
  const { statusCode, rawPayload, headers } = await server.inject({ url: address })
  return { status: statusCode, bytes: rawPayload, headers }
}

describe('a calendar file', () => {
  const linesOf = (text: string) => text.replace(/\r\n /g, '').split('\r\n')

  test('of a published shift has time, title and place, for anybody, the same each time', async () => {
    const { headers, bytes } = await fetched(`/calendar/${shift.shiftId}.ics`)
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
    const lines = linesOf(bytes.toString())
    for (const line of [
      ...[`UID:${shift.shiftId}@tongchuang`, 'DTSTAMP:20261102T000000Z', 'DTSTART;TZID=Asia/Shanghai:20261110T090000'],
      ...['DTEND;TZID=Asia/Shanghai:20261110T110000', 'GEO:30.654321;120.123456', 'STATUS:CONFIRMED', 'TZOFFSETTO:+0800'],
      ...['DESCRIPTION:请带：手套\\n注意：岸边路滑']
    ])
      expect(lines).toContain(line)
    expect(lines.find(line => line.startsWith('LOCATION:'))).toContain('桂花桥头')
    expect((await fetched(`/calendar/${shift.shiftId}.ics`)).bytes.equals(bytes)).toBe(true)
  })

  test('says that a shift is cancelled, and there is none of a draft or of nothing', async () => {
    const cancelled = await pastShift(world, {}, { isCancelled: true })
    expect(linesOf((await fetched(`/calendar/${cancelled.shiftId}.ics`)).bytes.toString())).toContain('STATUS:CANCELLED')
    for (const state of ['draft', 'in_review'] as const)
      expect((await fetched(`/calendar/${(await pastShift(world, { state })).shiftId}.ics`)).status).toBe(404)
    expect((await fetched('/calendar/none.ics')).status).toBe(404)
  })

  test('tells a shift across midnight in Shanghai’s time whatever the clock of the machine, and keeps text in its line', () => {
    const text = shiftCalendar({
      ...{
        shiftId: 'night',
        title: '守夜\r\nBEGIN:VALARM; 一,二',
        place: '河\r\nBEGIN:X',
        description: '一\r\nBEGIN:Y',
        isCancelled: false,
        timesChangedAt: null
      },
      ...{
        startsAt: new Date('2028-02-28T15:30:00Z'),
        endsAt: new Date('2028-02-28T17:00:00Z'),
        publishedAt: new Date('2028-02-01T00:00:00Z')
      },
      ...{ latitude: 30, longitude: 120 }
    })
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    const lines = linesOf(text)
    expect(lines).toContain('DTSTART;TZID=Asia/Shanghai:20280228T233000')
    expect(lines).toContain('DTEND;TZID=Asia/Shanghai:20280229T010000')
    expect(lines.filter(line => line.startsWith('BEGIN:'))).toEqual([
      'BEGIN:VCALENDAR',
      'BEGIN:VTIMEZONE',
      'BEGIN:STANDARD',
      'BEGIN:VEVENT'
    ])
  })

  test('of a shift that moved replaces the one that was kept before', () => {
    const publishedAt = new Date('2028-02-01T00:00:00Z')
    const file = (timesChangedAt: Date | null, isCancelled = false) =>
      linesOf(
        shiftCalendar({
          ...{ shiftId: 'moved', title: '清河', place: '河边', description: '', publishedAt, timesChangedAt, isCancelled },
          ...{ startsAt: new Date('2028-02-28T15:30:00Z'), endsAt: new Date('2028-02-28T17:00:00Z'), latitude: 30, longitude: 120 }
        })
      )
    const sequence = (lines: string[]) => Number(lines.find(line => line.startsWith('SEQUENCE:'))?.slice('SEQUENCE:'.length))
    const [first, moved, movedAgain] = [file(null), file(new Date('2028-02-02T00:00:30Z')), file(new Date('2028-02-02T00:02:00Z'))]
    const called = file(new Date('2028-02-02T00:02:00Z'), true)
    expect(moved).toContain('DTSTAMP:20280202T000030Z')
    const numbers = [first, moved, movedAgain, called].map(sequence)
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
  })
})
