import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { nonResponseReasons, sampleStandings, Stratum } from '#contract/awareness-shapes'
import type { Reading, Writing } from '#server/database/database'
import { waveSamples } from '#server/quizzes/awareness/wave-tables'

type Standing = (typeof sampleStandings)[number]
type Reason = (typeof nonResponseReasons)[number]
type Place = Omit<Stratum, 'population'>

/** Numbers count the whole sample in the order it was drawn: ids of one draw rise. */
const place = sql<number>`row_number() over (order by ${waveSamples.sampleId})`.mapWith(Number)

export interface SampleFilter {
  waveId: string
  standing?: Standing | undefined
  communityId?: string | undefined
  /** Only the one of this number. */
  number?: number | undefined
  /** Only those after this number. */
  after?: number | undefined
}

const standings = {
  left: sql`answered_at is null and non_response_reason is null`,
  answered: sql`answered_at is not null`,
  silent: sql`answered_at is null and non_response_reason is not null`
} satisfies Record<Standing, SQL>

/** People of a sample by number. */
export async function listSampleRows(reading: Reading, filter: SampleFilter, limit: number) {
  const numbered = reading.$with('numbered').as(
    reading
      .select({
        ...{ sampleId: waveSamples.sampleId, communityId: waveSamples.communityId, ageBand: waveSamples.ageBand, sex: waveSamples.sex },
        ...{ answeredAt: waveSamples.answeredAt, reason: waveSamples.nonResponseReason, note: waveSamples.nonResponseNote },
        ...{ saidAt: waveSamples.nonResponseAt, number: place.as('number') }
      })
      .from(waveSamples)
      .where(eq(waveSamples.waveId, filter.waveId))
  )
  return reading
    .with(numbered)
    .select()
    .from(numbered)
    .where(
      and(
        filter.standing && standings[filter.standing],
        filter.communityId === undefined ? undefined : eq(numbered.communityId, filter.communityId),
        filter.number === undefined ? undefined : sql`${numbered.number} = ${filter.number}`,
        filter.after === undefined ? undefined : sql`${numbered.number} > ${filter.after}`
      )
    )
    .orderBy(numbered.number)
    .limit(limit)
}

/** How many of each cell are asked, answered or gave a reason. */
export const tallySamples = (reading: Reading, waveId: string) =>
  reading
    .select({
      ...{ communityId: waveSamples.communityId, ageBand: waveSamples.ageBand, sex: waveSamples.sex },
      answered: sql<boolean>`${waveSamples.answeredAt} is not null`,
      reason: sql<Reason | null>`case when ${waveSamples.answeredAt} is null then ${waveSamples.nonResponseReason} end`,
      count: sql<number>`count(*)`.mapWith(Number)
    })
    .from(waveSamples)
    .where(eq(waveSamples.waveId, waveId))
    .groupBy(sql`1`, sql`2`, sql`3`, sql`4`, sql`5`)

export type SampleTally = Awaited<ReturnType<typeof tallySamples>>[number]

/** Those who have not answered, held, with their numbers: all of them, or of these. */
export async function lockUnanswered(writing: Writing, waveId: string, sampleIds?: readonly string[]) {
  const held = await writing
    .select({ sampleId: waveSamples.sampleId, answeredAt: waveSamples.answeredAt })
    .from(waveSamples)
    .where(and(eq(waveSamples.waveId, waveId), sampleIds && inArray(waveSamples.sampleId, [...sampleIds])))
    .orderBy(waveSamples.sampleId)
    .for('update')
  return held
}

/** Where each of a wave's sample belongs, with its number. */
export const listNumbers = (writing: Writing, waveId: string): Promise<(Place & { sampleId: string; number: number })[]> =>
  writing
    .select({
      ...{ sampleId: waveSamples.sampleId, communityId: waveSamples.communityId, ageBand: waveSamples.ageBand, sex: waveSamples.sex },
      number: place
    })
    .from(waveSamples)
    .where(eq(waveSamples.waveId, waveId))
    .orderBy(waveSamples.sampleId)

/** As one value, like adding them: so many rows are more parameters than a statement may have. */
export async function changeDigests(writing: Writing, digests: readonly { sampleId: string; tokenDigest: string }[]): Promise<void> {
  const rows = digests.map(({ sampleId, tokenDigest }) => [sampleId, tokenDigest])
  await writing.execute(sql`
    update wave_samples set token_digest = r ->> 1 from json_array_elements(${JSON.stringify(rows)}::json) as given (r)
    where sample_id = r ->> 0`)
}
