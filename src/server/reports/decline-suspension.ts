import { reports as contract } from '#contract/reports'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { changeWithoutMove } from '#server/reports/change-without-move'

export const declineSuspension = command(contract.declineSuspension, async ({ input, caller, writing, now }) =>
  changeWithoutMove(writing, { ...input, caller, now, role: 'supervisor' }, row =>
    row.state === 'handling' && row.suspensionRequest ? { suspensionRequest: null } : refuse('move-not-allowed')
  )
)
