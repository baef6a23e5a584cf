import { PAGE_SIZE } from '#contract/shapes'
import { volunteering as contract } from '#contract/volunteering'
import type { City } from '#server/city'
import { momentOf, readCursor, writeCursor } from '#server/cursor'
import type { Reading } from '#server/database/database'
import { openQuery } from '#server/operation'
import { listShifts, type ActivityRow } from '#server/volunteering/activities/activity-store'
import { toActivityCard } from '#server/volunteering/activities/activity-view'
import { listOpen } from '#server/volunteering/activities/list-store'
import { organisationNames } from '#server/volunteering/activities/organisation-store'
import { listMineOf } from '#server/volunteering/sign-ups/my-sign-ups-store'

/** How far "near me" reaches where nobody says. */
const NEAR_METRES = 5_000

/** Cards of activities, in their order, as one person sees them. */
export async function cardsOf(
  reading: Reading,
  rows: readonly ActivityRow[],
  seen: { city: City; personId?: string | undefined; now: Date }
) {
  const ids = rows.map(row => row.activityId)
  if (ids.length === 0) return []
  const shifts = await listShifts(reading, ids)
  const mine = await listMineOf(reading, seen.personId, ids)
  const names = await organisationNames(
    reading,
    rows.map(row => row.organisationId)
  )
  return rows.map(row =>
    toActivityCard(row, {
      ...{ city: seen.city, now: seen.now },
      organisationName: names.get(row.organisationId) ?? '',
      shifts: shifts.filter(shift => shift.activityId === row.activityId),
      mine: mine.filter(one => one.activityId === row.activityId)
    })
  )
}

export const listActivities = openQuery(contract.listActivities, async ({ input, caller, reading, city, now }) => {
  const { communityId, topic, near, withinMetres } = input
  const cursor = input.cursor === undefined ? undefined : readCursor(input.cursor, ['at', 'id'])
  const within = near && { point: near, metres: withinMetres ?? NEAR_METRES }
  const [from, to] = [input.from ? new Date(input.from) : undefined, input.to ? new Date(input.to) : undefined]
  const filter = { communityId, topic, from, to, within, now }
  const rows = await listOpen(reading, filter, PAGE_SIZE + 1, cursor && { at: momentOf(cursor.at), id: cursor.id })
  const page = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined
  const activities = await cardsOf(
    reading,
    page.map(row => row.activity),
    { city, now, personId: caller?.personId }
  )
  return { activities, ...(last && { nextCursor: writeCursor({ at: last.nextAt.toISOString(), id: last.activity.activityId }) }) }
})
