import { and, asc, eq, gte, inArray, lte, or, sql } from 'drizzle-orm'
import type { MinutesByGrade } from '#contract/volunteering-shapes'
import type { AttendanceState, Grade, HourEntryState, PresencePhase, PresenceSignal, SignUpState } from '#contract/volunteering-states'
import type { Reading } from '#server/database/database'
import { people } from '#server/people/people-tables'
import { activities, organisations, shifts } from '#server/volunteering/activities/activity-tables'
import { minutesByGrade } from '#server/volunteering/hours/hour-store'
import { hourEntries, hourStandings } from '#server/volunteering/hours/hour-tables'
import { attendances, presenceFacts } from '#server/volunteering/presence/presence-tables'
import { signUps } from '#server/volunteering/sign-ups/sign-up-tables'
import { maskName } from '#server/volunteering/volunteers/name-rules'

/** One person of a shift, as the roster on paper shows them. */
export interface ShiftExportLine {
  personId: string
  maskedName: string
  isWalkIn: boolean
  signUp: SignUpState
  attendance: AttendanceState
  checkedInAt?: Date | undefined
  checkedOutAt?: Date | undefined
  signals: Record<PresencePhase, PresenceSignal[]>
  /** What stands in the ledger and was not taken back; absent before anything was entered. */
  entry?: { minutes: number; grade: Grade; state: HourEntryState } | undefined
}

export interface ShiftExport {
  title: string
  organisationName: string
  meetingPlace?: string | undefined
  position?: string | undefined
  startsAt: Date
  endsAt: Date
  capacity: number
  lines: ShiftExportLine[]
}

/** Who signed up for a shift, in order of arrival, with names masked. */
async function listPeople(reading: Reading, shiftId: string) {
  return reading
    .select({ signUp: signUps, attendance: attendances, displayName: people.displayName })
    .from(signUps)
    .leftJoin(people, eq(people.personId, signUps.personId))
    .leftJoin(attendances, and(eq(attendances.shiftId, signUps.shiftId), eq(attendances.personId, signUps.personId)))
    .where(eq(signUps.shiftId, shiftId))
    .orderBy(asc(signUps.arrival))
}

const listSignals = (reading: Reading, shiftId: string) =>
  reading
    .select({ personId: presenceFacts.personId, phase: presenceFacts.phase, signals: presenceFacts.signals })
    .from(presenceFacts)
    .where(eq(presenceFacts.shiftId, shiftId))
    .orderBy(asc(presenceFacts.at))

const listEntries = (reading: Reading, shiftId: string) =>
  reading
    .select({ personId: hourEntries.personId, minutes: hourEntries.minutes, grade: hourEntries.grade, state: hourStandings.state })
    .from(hourEntries)
    .innerJoin(hourStandings, eq(hourStandings.entryId, hourEntries.entryId))
    .where(and(eq(hourEntries.shiftId, shiftId), inArray(hourStandings.state, ['notice', 'frozen', 'final'])))
    .orderBy(asc(hourEntries.sequence))

async function listLines(reading: Reading, shiftId: string): Promise<ShiftExportLine[]> {
  const [rows, facts, entries] = [
    await listPeople(reading, shiftId),
    await listSignals(reading, shiftId),
    await listEntries(reading, shiftId)
  ]
  return rows.map(({ signUp, attendance, displayName }) => {
    const own = facts.filter(fact => fact.personId === signUp.personId)
    const of = (phase: PresencePhase) => [...new Set(own.filter(fact => fact.phase === phase).flatMap(fact => fact.signals))]
    // Of a shift across midnight there is one entry a day.
    const entered = entries.filter(entry => entry.personId === signUp.personId)
    const [first] = entered
    return {
      personId: signUp.personId,
      maskedName: maskName(displayName ?? ''),
      isWalkIn: signUp.isWalkIn,
      signUp: signUp.state,
      attendance: attendance?.state ?? 'none',
      checkedInAt: attendance?.checkedInAt ?? undefined,
      checkedOutAt: attendance?.checkedOutAt ?? undefined,
      signals: { in: of('in'), midway: of('midway'), out: of('out') },
      entry: first && { ...first, minutes: entered.reduce((sum, { minutes }) => sum + minutes, 0) }
    }
  })
}

/** Roster and hours of a shift; undefined where there is no such shift. */
export async function readShiftExport(reading: Reading, shiftId: string): Promise<ShiftExport | undefined> {
  const [row] = await reading
    .select({ shift: shifts, title: activities.title, meetingPlace: activities.meetingPlace, organisationName: organisations.name })
    .from(shifts)
    .innerJoin(activities, eq(activities.activityId, shifts.activityId))
    .innerJoin(organisations, eq(organisations.organisationId, activities.organisationId))
    .where(eq(shifts.shiftId, shiftId))
  if (!row) return undefined
  const { startsAt, endsAt, capacity, position } = row.shift
  return {
    ...{ title: row.title, organisationName: row.organisationName, meetingPlace: row.meetingPlace ?? undefined },
    ...{ position: position ?? undefined, startsAt, endsAt, capacity },
    lines: await listLines(reading, shiftId)
  }
}

export interface HoursExportLine {
  personId: string
  maskedName: string
  organisationName: string
  byGrade: MinutesByGrade
  activityCount: number
}

/** Final minutes of activities in these areas, served from one business date to another, by person and organisation. */
export async function listHoursExport(
  reading: Reading,
  { from, to, areaIds }: { from: string; to: string; areaIds: readonly string[] }
): Promise<HoursExportLine[]> {
  const ids = [...areaIds]
  const rows = await reading
    .select({
      personId: hourEntries.personId,
      displayName: people.displayName,
      organisationName: organisations.name,
      ...minutesByGrade,
      activityCount: sql<number>`count(distinct ${hourEntries.activityId})::int`
    })
    .from(hourEntries)
    .innerJoin(hourStandings, and(eq(hourStandings.entryId, hourEntries.entryId), eq(hourStandings.state, 'final')))
    .innerJoin(activities, eq(activities.activityId, hourEntries.activityId))
    .innerJoin(organisations, eq(organisations.organisationId, hourEntries.organisationId))
    .leftJoin(people, eq(people.personId, hourEntries.personId))
    .where(
      and(
        ...[gte(hourEntries.businessDate, from), lte(hourEntries.businessDate, to)],
        or(inArray(activities.communityId, ids), inArray(activities.streetId, ids), inArray(activities.cityId, ids))
      )
    )
    .groupBy(hourEntries.personId, people.displayName, organisations.organisationId, organisations.name)
    .orderBy(asc(organisations.name), asc(hourEntries.personId))
  return rows.map(({ personId, displayName, organisationName, activityCount, ...byGrade }) => ({
    ...{ personId, maskedName: maskName(displayName ?? ''), organisationName, byGrade, activityCount }
  }))
}
