import type { Writing } from '#server/database/database'
import type { movesBetweenMaps } from '#server/places/areas/area-change-rules'
import { moveCasesWithGrids } from '#server/reports/report-place-store'
import { moveActivitiesWithCommunities } from '#server/volunteering/activities/activity-place-store'

/** What is under way goes with its grid and its community; what is over stays where it was done. */
export async function moveWithAreas(writing: Writing, moves: ReturnType<typeof movesBetweenMaps>, now: Date): Promise<void> {
  await moveCasesWithGrids(writing, moves.grids, now)
  await moveActivitiesWithCommunities(writing, moves.communities)
}
