import type { RosterLine } from '#contract/volunteering-shapes'
import type { AttendanceState, SignUpState } from '#contract/volunteering-states'

export const attendanceActs = ['accept', 'refuse', 'approve', 'vouch', 'reject', 'no-show', 'type', 'excuse'] as const
export type AttendanceAct = (typeof attendanceActs)[number]

interface ActLook {
  word: string
  key: string
  look?: 'primary' | 'danger'
}

export const attendanceActWords: Record<AttendanceAct, ActLook> = {
  accept: { word: '同意报名', key: 'y', look: 'primary' },
  refuse: { word: '不同意', key: 'n' },
  approve: { word: '认定', key: 'y', look: 'primary' },
  vouch: { word: '说明并认定', key: 'w', look: 'primary' },
  reject: { word: '不予认定', key: 'x', look: 'danger' },
  'no-show': { word: '没有到', key: 'm' },
  type: { word: '补录时长', key: 'b' },
  excuse: { word: '谅解', key: 'l' }
}

const provedAtBothEnds: readonly AttendanceState[] = ['checked_out', 'flagged', 'disputed']
const openAtOneEnd: readonly AttendanceState[] = ['open_checkout', 'checked_in', 'disputed']
const typeableSignUps: readonly SignUpState[] = ['confirmed', 'present', 'attended', 'no_show']
const typeableAttendances: readonly AttendanceState[] = ['none', 'checked_in', 'open_checkout', 'disputed']

/** What may be decided about a line now. The server decides again; this only leaves out what it would refuse. */
export function attendanceActsOf(line: RosterLine, isOver: boolean): AttendanceAct[] {
  const { state, attendance, entryState, checkedInAt, checkedOutAt } = line
  const isOpen = entryState === undefined || entryState === 'declined' || attendance === 'disputed'
  const isScanned = checkedInAt !== undefined && checkedOutAt !== undefined
  const isWaiting = state === 'pending'
  const may: Record<AttendanceAct, boolean> = {
    accept: isWaiting,
    refuse: isWaiting,
    // What a flag holds is the city office's to clear first; not to count it needs nobody else.
    approve: isOpen && isScanned && attendance !== 'flagged' && provedAtBothEnds.includes(attendance),
    vouch: isOpen && isOver && checkedInAt !== undefined && openAtOneEnd.includes(attendance),
    reject: isOpen && (provedAtBothEnds.includes(attendance) || (isOver && openAtOneEnd.includes(attendance))),
    'no-show': isOver && attendance === 'none' && state === 'confirmed',
    type: isOpen && isOver && typeableSignUps.includes(state) && typeableAttendances.includes(attendance) && attendance !== 'disputed',
    excuse: state === 'no_show'
  }
  return attendanceActs.filter(act => may[act])
}
