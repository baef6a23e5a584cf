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
  /** When its times were last changed. */
  timesChangedAt: Date | null
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

/** A calendar takes a later version of an event only with a higher number: minutes since publishing grow with every change of times. */
function versionOf({ publishedAt, timesChangedAt, isCancelled }: CalendarShift): number {
  const moved = timesChangedAt ? Math.max(1, Math.ceil((timesChangedAt.getTime() - publishedAt.getTime()) / 60_000)) : 0
  return moved + Number(isCancelled)
}

/** One shift as a calendar file (RFC 5545). Pure. */
export function shiftCalendar(shift: CalendarShift): string {
  const calendar = createCalendar({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'tongchuang', product: 'volunteering', language: 'ZH' }
  })
  calendar.createEvent({
    id: `${shift.shiftId}@tongchuang`,
    stamp: shift.timesChangedAt ?? shift.publishedAt,
    start: inZone(shift.startsAt),
    end: inZone(shift.endsAt),
    timezone: ZONE,
    summary: oneLine(shift.title),
    description: shift.description.replace(/\r/g, ''),
    location: { title: oneLine(shift.place), geo: { lat: shift.latitude, lon: shift.longitude } },
    status: shift.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    sequence: versionOf(shift)
  })
  // The zone is named by the event alone: named by the calendar, DTSTAMP would be told in it too, which must be UTC.
  const lines = calendar.toString().replace('\r\nBEGIN:VEVENT\r\n', `\r\n${ZONE_LINES}\r\nBEGIN:VEVENT\r\n`)
  // RFC 5545 section 3.1: every line ends with CRLF, the last one too.
  return `${lines.trimEnd()}\r\n`
}
