import { PAGE_SIZE } from '#contract/shapes'
import { volunteering as contract } from '#contract/volunteering'
import type { HourEntry } from '#contract/volunteering-shapes'
import type { PresencePhase, PresenceSignal } from '#contract/volunteering-states'
import { momentOf, readCursor, writeCursor } from '#server/cursor'
import type { Reading } from '#server/database/database'
import { query } from '#server/operation'
import { namesOf } from '#server/people/person-store'
import { starsOf } from '#server/volunteering/hours/hour-rules'
import { finalMinutesOf, finalMonthsOf, listEntriesOf, minutesOnNotice, type ListedEntry } from '#server/volunteering/hours/hour-store'
import { findAttendance, listFacts } from '#server/volunteering/presence/presence-store'

/** What was seen of a person at a shift. */
async function readPresence(reading: Reading, shiftId: string, personId: string) {
  const attendance = await findAttendance(reading, shiftId, personId)
  const facts = await listFacts(reading, shiftId, personId)
  const signalsOf = (phase: PresencePhase): PresenceSignal[] => [
    ...new Set(facts.filter(fact => fact.phase === phase).flatMap(fact => fact.signals))
  ]
  return { attendance, signalsIn: signalsOf('in'), signalsOut: signalsOf('out'), signalsBetween: signalsOf('midway') }
}
type Presence = Awaited<ReturnType<typeof readPresence>>

function toEntry(row: ListedEntry, { attendance, ...signals }: Presence, approvedBy: string | undefined): HourEntry {
  const { standing } = row
  const isOnNotice = standing.state === 'notice'
  return {
    ...{ entryId: row.entryId, shiftId: row.shiftId, activityTitle: row.activityTitle, on: row.businessDate, minutes: row.minutes },
    ...{ grade: row.grade, state: standing.state, source: row.source, ...signals },
    ...(attendance?.checkedInAt && { checkedInAt: attendance.checkedInAt.toISOString() }),
    ...(attendance?.checkedOutAt && { checkedOutAt: attendance.checkedOutAt.toISOString() }),
    ...(approvedBy !== undefined && { approvedBy }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(isOnNotice && { noticeUntil: standing.noticeUntil.toISOString() }),
    canDispute: (isOnNotice || standing.state === 'frozen') && !attendance?.disputeNote
  }
}

async function readLines(reading: Reading, rows: readonly ListedEntry[], personId: string): Promise<HourEntry[]> {
  const names = await namesOf(
    reading,
    rows.map(row => row.approverId)
  )
  const presences = new Map<string, Presence>()
  for (const { shiftId } of rows) if (!presences.has(shiftId)) presences.set(shiftId, await readPresence(reading, shiftId, personId))
  return rows.flatMap(row => {
    const presence = presences.get(row.shiftId)
    return presence ? [toEntry(row, presence, names.get(row.approverId))] : []
  })
}

/** My minutes: the final ones by grade and month, what waits beside them, and every entry with the facts behind it. */
export const getMyHours = query(contract.getMyHours, async ({ input, caller, reading }) => {
  const { personId } = caller
  const cursor = input.cursor === undefined ? undefined : readCursor(input.cursor, ['at', 'id'])
  const rows = await listEntriesOf(reading, personId, PAGE_SIZE + 1, cursor && { at: momentOf(cursor.at), id: cursor.id })
  const page = rows.slice(0, PAGE_SIZE)
  const last = page.at(-1)
  const { minutes, byGrade } = await finalMinutesOf(reading, personId)
  return {
    ...{ minutes, byGrade, ...(await minutesOnNotice(reading, personId)), ...starsOf(byGrade) },
    months: await finalMonthsOf(reading, personId),
    entries: await readLines(reading, page, personId),
    ...(rows.length > PAGE_SIZE && last && { nextCursor: writeCursor({ at: last.at.toISOString(), id: last.entryId }) })
  }
})
