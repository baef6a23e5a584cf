import type { Grade, HourSource } from '#contract/volunteering-states'
import type { Reading } from '#server/database/database'
import { refuse, refuseInput } from '#server/refusal'
import type { ShiftRow } from '#server/volunteering/activities/activity-store'
import { faultOfLeaving } from '#server/volunteering/hours/hour-rules'
import { listCreditedIntervals } from '#server/volunteering/hours/hour-standing-store'
import { creditOf, gradeOf, headCountAgrees, type DayMinutes } from '#server/volunteering/presence/grade-rules'
import { findHeadCount, listEarlierIntervals, listFacts, type AttendanceRow } from '#server/volunteering/presence/presence-store'

export interface Credit {
  days: DayMinutes[]
  grade: Grade
  source: HourSource
  /** When the person left: as scanned, or as staff say. */
  checkedOutAt: Date
}

interface Word {
  note?: string | undefined
  leftAt?: string | undefined
}

/** When staff say the person left. Refused where they give no note and time, or a time that cannot be. */
function leavingByWord({ note, leftAt }: Word, attendance: AttendanceRow, checkedInAt: Date, shift: ShiftRow, now: Date): Date {
  const said = leftAt ? new Date(leftAt) : attendance.state === 'disputed' ? attendance.checkedOutAt : null
  if (!note || !said) return refuse('note-needed')
  const fault = faultOfLeaving(said, { checkedInAt, shiftEndsAt: shift.endsAt, now })
  return fault ? refuseInput('leftAt', fault) : said
}

/**
 * What the facts of an attendance come to: minutes by business day and their grade. An end nobody scanned counts by staff's word with
 * a note (grade C at most); in a dispute staff may also correct a time that was scanned.
 */
export async function creditOfAttendance(
  reading: Reading,
  { attendance, shift, word, now }: { attendance: AttendanceRow; shift: ShiftRow; word: Word; now: Date }
): Promise<Credit> {
  const { shiftId, personId, state } = attendance
  const checkedInAt = attendance.checkedInAt ?? refuse('move-not-allowed')
  const facts = await listFacts(reading, shiftId, personId)
  const signalsOf = (phase: 'in' | 'midway' | 'out') => facts.filter(fact => fact.phase === phase).flatMap(fact => fact.signals)
  const wasSeenLeaving = attendance.checkedOutAt !== null && signalsOf('out').length > 0
  if (word.leftAt && wasSeenLeaving && state !== 'disputed') refuseInput('leftAt', 'the check-out was scanned')
  const isByWord = word.leftAt !== undefined || !wasSeenLeaving
  const checkedOutAt = isByWord ? leavingByWord(word, attendance, checkedInAt, shift, now) : (attendance.checkedOutAt ?? now)
  const grade = gradeOf({
    factsIn: signalsOf('in'),
    factsOut: isByWord ? ['word'] : signalsOf('out'),
    between: signalsOf('midway'),
    headCountAgrees: headCountAgrees(await findHeadCount(reading, shiftId), { checkedInAt, checkedOutAt })
  })
  // A time that is said afterwards may lie over one that counts already: the one that was entered first keeps it.
  const entered = isByWord ? await listCreditedIntervals(reading, personId, shiftId, checkedInAt) : []
  const days = creditOf({
    ...{ checkedInAt, checkedOutAt, shiftStartsAt: shift.startsAt, shiftEndsAt: shift.endsAt },
    otherIntervals: [...(await listEarlierIntervals(reading, shiftId, personId)), ...entered]
  })
  return { days, grade: grade ?? refuse('move-not-allowed'), source: isByWord ? 'word' : 'presence', checkedOutAt }
}
