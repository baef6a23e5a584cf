import { PAGE_SIZE } from '#contract/shapes'
import { volunteering as contract } from '#contract/volunteering'
import { momentOf, readCursor, writeCursor } from '#server/cursor'
import { query } from '#server/operation'
import { refuse } from '#server/refusal'
import { cardsOf } from '#server/volunteering/activities/list-activities'
import { listManaged } from '#server/volunteering/activities/list-store'
import { listOrganisations } from '#server/volunteering/activities/organisation-store'
import { managesHere, placeOfCommunity, reviewsHere } from '#server/volunteering/activities/planning'

const authorOf = (name: string | null) => name ?? ''

/** Drafts of others are seen by whoever may organise or review there: a draft is work of the organisation, not a secret. */
export const listManagedActivities = query(contract.listManagedActivities, async ({ input, caller, reading, city, now }) => {
  const asked = { caller, city }
  const communities = city.places.areas.filter(area => area.kind === 'community').map(area => placeOfCommunity(area.areaId, city))
  const organised = communities.filter(place => managesHere(asked, place))
  const reached = communities.filter(place => managesHere(asked, place) || reviewsHere(asked, place))
  if (reached.length === 0) refuse('not-found')
  const cursor = input.cursor === undefined ? undefined : readCursor(input.cursor, ['at', 'id'])
  const ids = reached.map(place => place.communityId)
  const after = cursor && { at: momentOf(cursor.at), id: cursor.id }
  const rows = await listManaged(reading, ids, input.state, PAGE_SIZE + 1, after)
  const page = rows.slice(0, PAGE_SIZE)
  const cards = await cardsOf(
    reading,
    page.map(row => row.activity),
    { city, now, personId: caller.personId }
  )
  const last = rows.length > PAGE_SIZE ? page.at(-1)?.activity : undefined
  const around = [...new Set(organised.flatMap(place => [place.communityId, place.streetId, place.cityId]))]
  const organisations = around.length > 0 ? await listOrganisations(reading, around) : []
  return {
    activities: page.flatMap(({ authorName, waiting }, n) => {
      const card = cards[n]
      return card ? [{ ...card, authorName: authorOf(authorName), waiting }] : []
    }),
    organisations: organisations.map(({ organisationId, name, areaId }) => ({
      organisationId,
      name,
      ...(city.places.kindOf(areaId) === 'community' && { communityId: areaId })
    })),
    ...(last && { nextCursor: writeCursor({ at: last.createdAt.toISOString(), id: last.activityId }) })
  }
})
