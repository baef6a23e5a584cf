import Taro from '@tarojs/taro'
import { deployment } from '#app/platform/deployment'

export interface CalendarEvent {
  title: string
  /** Instants, ISO 8601. */
  startsAt: string
  endsAt: string
  place: string
  /** Where the server keeps it as a calendar file; the browser opens that one. */
  fileAddress: string
}

const ALARM_SECONDS = 3600
const seconds = (at: string) => Math.floor(Date.parse(at) / 1000)

/** Into the phone's calendar in WeChat, as an .ics file in the browser. False where the person turned back. */
export async function addToCalendar(event: CalendarEvent): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') {
    const link = document.createElement('a')
    link.href = `${deployment.apiBase}${event.fileAddress}`
    link.download = ''
    link.click()
    return true
  }
  try {
    await Taro.addPhoneCalendar({
      title: event.title,
      startTime: seconds(event.startsAt),
      endTime: String(seconds(event.endsAt)),
      location: event.place,
      alarm: true,
      alarmOffset: ALARM_SECONDS
    })
    return true
  } catch {
    return false
  }
}
