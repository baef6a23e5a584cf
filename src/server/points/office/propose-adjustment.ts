import { v7 as newId } from 'uuid'
import { points as contract } from '#contract/points'
import { command } from '#server/operation'
import { findPerson, namesOf } from '#server/people/person-store'
import { insertAdjustment, type AdjustmentRow } from '#server/points/office/adjustment-store'
import { keepsBooks, viewOfAdjustment } from '#server/points/office/office-rules'
import { refuse } from '#server/refusal'

/** Nothing moves yet: somebody else has to approve, and neither of the two may be the person it is for. */
export const proposeAdjustment = command(contract.proposeAdjustment, async ({ input, caller, city, writing, now }) => {
  if (!keepsBooks(caller, city) || !(await findPerson(writing, input.personId))) refuse('not-found')
  if (input.personId === caller.personId) refuse('same-person')
  const row: AdjustmentRow = {
    ...{ adjustmentId: newId(), ...input, state: 'proposed', isOpen: true, proposerId: caller.personId, proposedAt: now },
    ...{ deciderId: null, decidedAt: null, note: null }
  }
  await insertAdjustment(writing, row)
  return viewOfAdjustment(row, await namesOf(writing, [row.personId, row.proposerId]), caller.personId)
})
