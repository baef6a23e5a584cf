import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Reading, Writing } from '#server/database/database'
import { people } from '#server/people/people-tables'
import { boardChoices } from '#server/points/community/board-tables'
import { pointLines, pointTransactions } from '#server/points/points-tables'

export async function findBoardChoice(reading: Reading, personId: string) {
  const [row] = await reading.select().from(boardChoices).where(eq(boardChoices.personId, personId))
  return row
}

export const saveBoardChoice = (writing: Writing, choice: typeof boardChoices.$inferInsert) =>
  writing.insert(boardChoices).values(choice).onConflictDoUpdate({ target: boardChoices.personId, set: choice })

export const dropBoardChoice = (writing: Writing, personId: string) =>
  writing.delete(boardChoices).where(eq(boardChoices.personId, personId))

/** Who chose to be shown on the board of a community. */
export const listShown = (reading: Reading, communityId: string) =>
  reading
    .select({ personId: people.personId, displayName: people.displayName })
    .from(boardChoices)
    .innerJoin(people, eq(people.personId, boardChoices.personId))
    .where(and(eq(boardChoices.communityId, communityId), eq(boardChoices.isShown, true)))

/** Work that was verified: what a report brought its reporter once it held, and what final minutes of service brought. */
const isVerifiedWork = sql`((${pointTransactions.rule} = 'report-solved' and ${pointTransactions.kind} = 'release')
  or (${pointTransactions.rule} = 'volunteering' and ${pointTransactions.kind} = 'award'))`
// Written as text: inside a subquery columns have to name their table.
const isTakenBack = sql.raw(`exists (select 1 from point_transactions r where r.cause = point_transactions.cause
  and r.person_id = point_transactions.person_id and r.rule = point_transactions.rule and r.kind = 'reverse')`)
const isGain = sql`${pointLines.account} in ('person:' || ${pointTransactions.personId} || ':available', 'person:' || ${pointTransactions.personId} || ':debt')`

/** Points of verified work by person in a month, without what was taken back since; the day of service counts for service. */
export async function sumContributions(reading: Reading, personIds: readonly string[], month: string): Promise<Map<string, number>> {
  if (personIds.length === 0) return new Map()
  const { personId, businessDate } = pointTransactions
  const rows = await reading
    .select({ personId, sum: sql<number>`sum(${pointLines.amount})::int` })
    .from(pointTransactions)
    .innerJoin(pointLines, and(eq(pointLines.transactionId, pointTransactions.transactionId), isGain))
    .where(
      and(
        inArray(personId, [...personIds]),
        sql`${businessDate} >= ${`${month}-01`} and ${businessDate} <= ${`${month}-31`}`,
        isVerifiedWork,
        sql`not ${isTakenBack}`
      )
    )
    .groupBy(personId)
  return new Map(rows.map(row => [row.personId, row.sum]))
}
