import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse, refuseInput } from '#server/refusal'
import { isChangeable, isWrongLength } from '#server/volunteering/activities/activity-rules'
import { listShifts, refreshSpan } from '#server/volunteering/activities/activity-store'
import { addPlans, holdManaged, plannedReply, SHIFTS_MAX } from '#server/volunteering/activities/planning'
import { expandSeries } from '#server/volunteering/activities/series-rules'

export const addShifts = command(contract.addShifts, async ({ input, caller, writing, city, now }) => {
  const row = await holdManaged(writing, input.activityId, { caller, city })
  if (!isChangeable(row.state)) refuse('activity-over')
  const { series } = input
  const plans = series ? input.shifts.flatMap(plan => expandSeries(plan, series, SHIFTS_MAX + 1)) : input.shifts
  if (plans.length === 0) refuseInput('series', 'no date is left')
  if ((await listShifts(writing, [row.activityId])).length + plans.length > SHIFTS_MAX) refuse('too-many')
  const isOut = row.state === 'published' || row.state === 'running'
  const isWrong = plans.some(plan => isWrongLength({ startsAt: new Date(plan.startsAt), endsAt: new Date(plan.endsAt) }))
  if (isOut && isWrong) refuse('gates-not-met', { gates: ['shift-length'] })
  await addPlans(writing, row.activityId, plans, now)
  await refreshSpan(writing, row.activityId)
  return plannedReply(writing, row.activityId, row.state)
})
