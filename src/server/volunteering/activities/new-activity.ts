import { v7 as newId } from 'uuid'
import type { Site } from '#contract/volunteering-shapes'
import type { ActivityState } from '#contract/volunteering-states'
import type { Writing } from '#server/database/database'
import { insertActivity, moveActivity } from '#server/volunteering/activities/activity-store'
import type { ActivityPlace } from '#server/volunteering/activities/volunteering-rights-rules'

/** What an organiser says of an activity, as the contract carries it. */
export interface ActivityWords {
  title: string
  topic: string
  description?: string | undefined
  riskLevel: number
  riskNote: string
  insuranceNumber?: string | undefined
  bring?: string | undefined
  meetingPlace?: string | undefined
  site: Site
  needsApproval: boolean
}

/** The same as columns. */
export const toColumns = ({ site, description, insuranceNumber, bring, meetingPlace, ...said }: ActivityWords) => ({
  title: said.title,
  topic: said.topic,
  riskLevel: said.riskLevel,
  riskNote: said.riskNote,
  needsApproval: said.needsApproval,
  description: description || null,
  insuranceNumber: insuranceNumber || null,
  bring: bring || null,
  meetingPlace: meetingPlace || null,
  longitude: site.longitude,
  latitude: site.latitude,
  radiusMetres: site.radiusMetres
})

interface NewActivity {
  columns: ReturnType<typeof toColumns>
  place: ActivityPlace
  organisationId: string
  authorId: string
  state: ActivityState
  span: { startsAt: Date; endsAt: Date }
  now: Date
}

/** Writes a new activity with the first line of its history. @returns its id. */
export async function addActivity(writing: Writing, { columns, place, organisationId, authorId, state, span, now }: NewActivity) {
  const activityId = newId()
  const { communityId, streetId, cityId } = place
  await insertActivity(writing, {
    ...{ ...columns, ...span, activityId, communityId, streetId, cityId, organisationId },
    ...{ authorId, state, createdAt: now }
  })
  await moveActivity(writing, { activityId, from: null, to: state, at: now, actorId: authorId })
  return activityId
}

/** From the first beginning to the last end. */
export function spanOf(plans: readonly { startsAt: string; endsAt: string }[]): { startsAt: Date; endsAt: Date } {
  const starts = plans.map(plan => new Date(plan.startsAt).getTime())
  const ends = plans.map(plan => new Date(plan.endsAt).getTime())
  return { startsAt: new Date(Math.min(...starts)), endsAt: new Date(Math.max(...ends)) }
}
