import type { Activity } from '#contract/volunteering-shapes'
import { newPlan, type ActivityPlan } from '#app/features/organising/activity-plan-rules'
import { dateOf } from '#app/features/organising/city-time-rules'

/** What an activity on the server says, as a plan to change; its shifts are changed one by one elsewhere. */
export function planFrom(activity: Activity): ActivityPlan {
  const { site, title, topic, communityId, riskLevel, riskNote, needsApproval } = activity
  return {
    ...newPlan(dateOf(activity.startsAt)),
    title,
    topic,
    communityId,
    riskLevel,
    riskNote,
    needsApproval,
    description: activity.description ?? '',
    bring: activity.bring ?? '',
    meetingPlace: activity.meetingPlace ?? '',
    insuranceNumber: activity.insuranceNumber ?? '',
    point: { longitude: site.longitude, latitude: site.latitude },
    radiusMetres: site.radiusMetres
  }
}
