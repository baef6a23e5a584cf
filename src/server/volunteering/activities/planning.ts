import { randomBytes } from 'node:crypto'
import { v7 as newId } from 'uuid'
import type { ShiftPlan } from '#contract/volunteering-shapes'
import type { ActivityState } from '#contract/volunteering-states'
import type { City } from '#server/city'
import type { Reading, Writing } from '#server/database/database'
import type { Caller } from '#server/operation'
import { refuse, refuseInput } from '#server/refusal'
import {
  findActivity,
  insertShifts,
  listShifts,
  lockActivity,
  lockShift,
  type ActivityRow,
  type ShiftOfActivity,
  type ShiftRow
} from '#server/volunteering/activities/activity-store'
import { toShift } from '#server/volunteering/activities/activity-view'
import { findOrganisation, listOrganisations, type OrganisationRow } from '#server/volunteering/activities/organisation-store'
import { manages, reviews, type ActivityPlace } from '#server/volunteering/activities/volunteering-rights-rules'

/** The most shifts an activity holds. */
export const SHIFTS_MAX = 400

type Asked = { caller: Caller; city: City }

export const managesHere = ({ caller, city }: Asked, place: ActivityPlace) =>
  manages(caller.grants, place, (area, inner) => city.places.contains(area, inner))
export const reviewsHere = ({ caller, city }: Asked, place: ActivityPlace) =>
  reviews(caller.grants, place, (area, inner) => city.places.contains(area, inner))

/** A community with what it lies in; refuses what is no community of this city. */
export function placeOfCommunity(communityId: string, { places }: City): ActivityPlace {
  const community = places.areaOf(communityId)
  const street = community?.kind === 'community' && community.parentId ? places.areaOf(community.parentId) : undefined
  return street?.parentId ? { communityId, streetId: street.areaId, cityId: street.parentId } : refuse('not-found')
}

/** The activity, held, for who organises it. */
export async function holdManaged(writing: Writing, activityId: string, asked: Asked): Promise<ActivityRow> {
  const activity = await lockActivity(writing, activityId)
  return activity && managesHere(asked, activity) ? activity : refuse('not-found')
}

/** The activity, held, for who may review it. */
export async function holdReviewed(writing: Writing, activityId: string, asked: Asked): Promise<ActivityRow> {
  const activity = await lockActivity(writing, activityId)
  return activity && reviewsHere(asked, activity) ? activity : refuse('not-found')
}

/** The shift, held, for who organises its activity. */
export async function holdManagedShift(writing: Writing, shiftId: string, asked: Asked): Promise<ShiftOfActivity> {
  const held = await lockShift(writing, shiftId)
  return held && managesHere(asked, held.activity) ? held : refuse('shift-not-found')
}

/** Who organises: the one that was named, where it reaches the community; otherwise the community's own, its street's, or the city's. */
export async function organisationFor(
  reading: Reading,
  place: ActivityPlace,
  named: string | undefined,
  { places }: City
): Promise<string> {
  if (named !== undefined) {
    const organisation = await findOrganisation(reading, named)
    return organisation && !organisation.retiredAt && places.contains(organisation.areaId, place.communityId) ? named : refuse('not-found')
  }
  const around = [place.communityId, place.streetId, place.cityId]
  const found = await listOrganisations(reading, around)
  const nearest = around.map(areaId => found.find(row => row.areaId === areaId)).find((row): row is OrganisationRow => row !== undefined)
  return nearest?.organisationId ?? refuse('not-found')
}

/** Checks plans and writes them as shifts of an activity. */
export async function addPlans(writing: Writing, activityId: string, plans: readonly ShiftPlan[], now: Date): Promise<ShiftRow[]> {
  const rows = plans.map(plan => {
    const [startsAt, endsAt] = [new Date(plan.startsAt), new Date(plan.endsAt)]
    if (endsAt <= startsAt) refuseInput('shifts', 'a shift ends after it began')
    if (plan.minAge !== undefined && plan.maxAge !== undefined && plan.minAge > plan.maxAge) refuseInput('shifts', 'nobody is that old')
    if (startsAt <= now) refuse('shift-in-past')
    const { capacity, position = null, minAge = null, maxAge = null, neededSkills = [] } = plan
    const shift = { shiftId: newId(), activityId, startsAt, endsAt, capacity, position, minAge, maxAge, neededSkills }
    return { ...shift, createdAt: now, secret: randomBytes(32).toString('hex') }
  })
  return insertShifts(writing, rows)
}

/** What planning answers: the activity with all its shifts. */
export async function plannedReply(reading: Reading, activityId: string, state: ActivityState) {
  const rows = await listShifts(reading, [activityId])
  return { activityId, state, shifts: rows.map(row => toShift(row)) }
}

export const foundActivity = async (reading: Reading, activityId: string) =>
  (await findActivity(reading, activityId)) ?? refuse('not-found')
