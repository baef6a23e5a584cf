import type { AttendanceState, Grade, HourEntryState, PresencePhase, PresenceSignal, SignUpState } from '#contract/volunteering-states'
import { attendanceWords, entryWords, shanghaiTime, signalWords, signUpWords } from '#server/documents/document-words'
import { sumOf, type Sheet } from '#server/documents/workbook'

export interface ShiftOnPaper {
  title: string
  organisationName: string
  meetingPlace?: string | undefined
  position?: string | undefined
  startsAt: Date
  endsAt: Date
  capacity: number
  lines: readonly {
    maskedName: string
    isWalkIn: boolean
    signUp: SignUpState
    attendance: AttendanceState
    checkedInAt?: Date | undefined
    checkedOutAt?: Date | undefined
    signals: Record<PresencePhase, readonly PresenceSignal[]>
    entry?: { minutes: number; grade: Grade; state: HourEntryState } | undefined
  }[]
}

const columns = [
  ...[
    { head: '序号', width: 6 },
    { head: '姓名', width: 10 },
    { head: '报名', width: 12 },
    { head: '到场', width: 10 }
  ],
  ...[
    { head: '签到', width: 17 },
    { head: '签退', width: 17 }
  ],
  ...[
    { head: '签到凭据', width: 24 },
    { head: '中途凭据', width: 16 },
    { head: '签退凭据', width: 24 }
  ],
  ...[
    { head: '分钟', width: 8 },
    { head: '等级', width: 6 },
    { head: '时长状态', width: 12 }
  ]
]
const MINUTES_COLUMN = 10

const spoken = (signals: readonly PresenceSignal[]) => signals.map(signal => signalWords[signal]).join('、')
const timeOf = (moment: Date | undefined) => moment && shanghaiTime(moment)

/** Roster and hours of one shift. Pure. */
export function shiftSheet(shift: ShiftOnPaper): Sheet {
  const place = [shift.meetingPlace, shift.position].filter(Boolean).join(' · ')
  const time = `${shanghaiTime(shift.startsAt)} 至 ${shanghaiTime(shift.endsAt)}（北京时间）`
  const title = [shift.title, shift.organisationName, time, ...(place ? [place] : []), `名额 ${shift.capacity}`]
  const rows = shift.lines.map((line, n) => [
    ...[n + 1, line.maskedName, signUpWords[line.signUp] + (line.isWalkIn ? '（现场）' : ''), attendanceWords[line.attendance]],
    ...[timeOf(line.checkedInAt), timeOf(line.checkedOutAt)],
    ...[spoken(line.signals.in), spoken(line.signals.midway), spoken(line.signals.out)],
    ...[line.entry?.minutes, line.entry?.grade, line.entry && entryWords[line.entry.state]]
  ])
  const sum = sumOf(
    { title },
    MINUTES_COLUMN,
    shift.lines.map(line => line.entry?.minutes ?? 0)
  )
  const totals = ['合计', ...Array<undefined>(MINUTES_COLUMN - 2), sum]
  return { name: '名单与时长', title, columns, rows, totals }
}
