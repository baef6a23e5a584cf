import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc.js'
import { ICalCalendarMethod, ICalEventStatus, default as createCalendar } from 'ical-generator'

export interface CalendarShift {
  shiftId: string
  title: string
  startsAt: Date
  endsAt: Date
  /** When the activity was published: the same shift makes the same file. */
  publishedAt: Date
  isCancelled: boolean
  place: string
  latitude: number
  longitude: number
  description: string
}

dayjs.extend(utc)

const ZONE = 'Asia/Shanghai'
const ZONE_OFFSET_MINUTES = 480
/** RFC 5545 wants the zone described where a time names it. China has kept UTC+8 without summer time since 1991. */
const ZONE_LINES = [
  ...['BEGIN:VTIMEZONE', `TZID:${ZONE}`, 'BEGIN:STANDARD', 'DTSTART:19910915T020000'],
  ...['TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800', 'TZNAME:CST', 'END:STANDARD', 'END:VTIMEZONE']
].join('\r\n')

/** The generator tells a Date by the clock of the machine it runs on; a moment that carries its offset is told by that. */
const inZone = (moment: Date) => dayjs.utc(moment).utcOffset(ZONE_OFFSET_MINUTES)

/** A line break somebody typed must not begin a line of the file. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** One shift as a calendar file (RFC 5545). Pure. */
export function shiftCalendar(shift: CalendarShift): string {
  const calendar = createCalendar({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'tongchuang', product: 'volunteering', language: 'ZH' }
  })
  calendar.createEvent({
    id: `${shift.shiftId}@tongchuang`,
    stamp: shift.publishedAt,
    start: inZone(shift.startsAt),
    end: inZone(shift.endsAt),
    timezone: ZONE,
    summary: oneLine(shift.title),
    description: shift.description.replace(/\r/g, ''),
    location: { title: oneLine(shift.place), geo: { lat: shift.latitude, lon: shift.longitude } },
    status: shift.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    sequence: shift.isCancelled ? 1 : 0
  })
  // The zone is named by the event alone: named by the calendar, DTSTAMP would be told in it too, which must be UTC.
  return calendar.toString().replace('\r\nBEGIN:VEVENT\r\n', `\r\n${ZONE_LINES}\r\nBEGIN:VEVENT\r\n`)
}
