import { and, inArray, sql } from 'drizzle-orm'
import type { Writing } from '#server/database/database'
import { activities } from '#server/volunteering/activities/activity-tables'

const COMMUNITIES_AT_ONCE = 1000

/** Activities that are not over go with their community to its street and city. */
export async function moveActivitiesWithCommunities(
  writing: Writing,
  communities: readonly { communityId: string; streetId: string; cityId: string }[]
): Promise<void> {
  for (let from = 0; from < communities.length; from += COMMUNITIES_AT_ONCE) {
    const part = JSON.stringify(communities.slice(from, from + COMMUNITIES_AT_ONCE))
    const places = sql`json_to_recordset(${part}::json) as place ("communityId" text, "streetId" text, "cityId" text)`
    const isUnderWay = inArray(activities.state, ['draft', 'in_review', 'published', 'running', 'ended'])
    await writing
      .update(activities)
      .set({ streetId: sql`place."streetId"`, cityId: sql`place."cityId"` })
      .from(places)
      .where(and(sql`${activities.communityId} = place."communityId"`, isUnderWay))
  }
}
