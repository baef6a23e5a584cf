import { sql } from 'drizzle-orm'
import { organisations, teams } from '#server/volunteering/activities/activity-tables'

/** As the import made it: nobody has changed it, and it has no team. */
export const isUntouched = sql<boolean>`(${organisations.isOwn} and ${organisations.savedBy} is null
  and not exists (select from ${teams} where ${teams.organisationId} = ${organisations.organisationId}))`
