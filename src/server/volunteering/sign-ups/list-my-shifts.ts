import { volunteering as contract } from '#contract/volunteering'
import type { MyShift } from '#contract/volunteering-shapes'
import { query } from '#server/operation'
import { communityNameOf, toMySignUp, toShift, toSite } from '#server/volunteering/activities/activity-view'
import { isMidwayOpen } from '#server/volunteering/presence/prompt-rules'
import { listMineSince } from '#server/volunteering/sign-ups/my-sign-ups-store'

const PAST_DAYS = 30
const DAY_MILLISECONDS = 86_400_000

export const listMyShifts = query(contract.listMyShifts, async ({ caller, reading, city, now }) => {
  const rows = await listMineSince(reading, caller.personId, new Date(now.getTime() - PAST_DAYS * DAY_MILLISECONDS))
  const isOver = (row: (typeof rows)[number]) => row.shift.endsAt <= now
  const inOrder = [...rows.filter(row => !isOver(row)), ...rows.filter(isOver).reverse()]
  return {
    shifts: inOrder.map(({ mine, shift, activity, hasConfirmedMidway }): MyShift => ({
      shift: toShift(shift, mine),
      activityId: activity.activityId,
      title: activity.title,
      site: toSite(activity),
      communityName: communityNameOf(activity.communityId, city),
      signUp: toMySignUp(mine),
      isMidwayOpen: !shift.isCancelled && mine.attendance === 'checked_in' && !hasConfirmedMidway && isMidwayOpen(shift, now),
      ...(activity.meetingPlace && { meetingPlace: activity.meetingPlace }),
      ...(mine.checkedInAt && { checkedInAt: mine.checkedInAt.toISOString() }),
      ...(mine.checkedOutAt && { checkedOutAt: mine.checkedOutAt.toISOString() })
    }))
  }
})
