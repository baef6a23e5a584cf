import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { businessDateOf } from '#server/business-date'
import type { Reading } from '#server/database/database'
import { attemptItems, attempts } from '#server/quizzes/learning/attempt-tables'
import { reportPeople, reports } from '#server/reports/report-tables'
import { hourEntries, hourStandings } from '#server/volunteering/hours/hour-tables'

/** When each report a person sent was closed as solved, in order; one that was reopened is not among them. */
export async function listSolvedDates(reading: Reading, personId: string): Promise<string[]> {
  const rows = await reading
    .select({ closedAt: reports.closedAt })
    .from(reportPeople)
    .innerJoin(reports, eq(reports.reportId, reportPeople.reportId))
    .where(and(eq(reportPeople.personId, personId), eq(reportPeople.relation, 'reporter'), eq(reports.state, 'closed')))
    .orderBy(asc(reports.closedAt))
  return rows.flatMap(row => (row.closedAt ? [businessDateOf(row.closedAt)] : []))
}

/** A person's final entries of service by day; what was reversed is not final. */
export const listFinalService = (reading: Reading, personId: string): Promise<{ on: string; minutes: number }[]> =>
  reading
    .select({ on: hourEntries.businessDate, minutes: hourEntries.minutes })
    .from(hourEntries)
    .innerJoin(hourStandings, eq(hourStandings.entryId, hourEntries.entryId))
    .where(and(eq(hourEntries.personId, personId), eq(hourStandings.state, 'final'), gt(hourEntries.minutes, 0)))
    .orderBy(asc(hourEntries.businessDate), asc(hourEntries.entryId))

/** Of each topic the day a person first answered rightly in practice; contests keep their answers to themselves. */
export async function listTopicDates(reading: Reading, personId: string): Promise<Map<string, string>> {
  const first = sql<string>`min(${attempts.businessDate})`
  const rows = await reading
    .select({ topic: attemptItems.topic, first })
    .from(attemptItems)
    .innerJoin(attempts, eq(attempts.attemptId, attemptItems.attemptId))
    .where(
      and(
        eq(attemptItems.personId, personId),
        eq(attemptItems.isRight, true),
        isNull(attempts.contestId),
        inArray(attempts.state, ['submitted', 'expired'])
      )
    )
    .groupBy(attemptItems.topic)
  return new Map(rows.map(row => [row.topic, row.first]))
}
