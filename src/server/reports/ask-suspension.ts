import { SUSPENSION_DAYS_MAX } from '#contract/report-states'
import { reports as contract } from '#contract/reports'
import { startOfBusinessDate } from '#server/business-date'
import { command } from '#server/operation'
import { refuse, refuseInput } from '#server/refusal'
import { changeWithoutMove } from '#server/reports/change-without-move'

/** The unit cannot go on and says why and until when; its clock runs until a supervisor agrees. */
export const askSuspension = command(contract.askSuspension, async ({ input, caller, writing, now }) => {
  const reviewAt = startOfBusinessDate(input.reviewOn)
  const days = (reviewAt.getTime() - now.getTime()) / 86_400_000
  if (!(days > 0 && days <= SUSPENSION_DAYS_MAX)) refuseInput('reviewOn', `a date after today, at most ${SUSPENSION_DAYS_MAX} days ahead`)
  return changeWithoutMove(writing, { ...input, caller, now, role: 'handler' }, row => {
    if (row.state !== 'handling' || row.suspensionRequest) return refuse('move-not-allowed')
    const { reasonCode, note, reviewOn } = input
    return {
      suspensionRequest: { reasonCode, reviewOn, askedAt: now.toISOString(), askedBy: caller.personId, ...(note && { note }) }
    }
  })
})
