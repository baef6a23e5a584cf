import { points as contract } from '#contract/points'
import { businessDateOf } from '#server/business-date'
import type { Writing } from '#server/database/database'
import { command } from '#server/operation'
import { namesOf } from '#server/people/person-store'
import { decideAdjustment, findAdjustment, lockAdjustment, type AdjustmentRow } from '#server/points/office/adjustment-store'
import { keepsBooks, viewOfAdjustment } from '#server/points/office/office-rules'
import { recordPoints } from '#server/points/points-ledger'
import { entriesOfAdjustment } from '#server/points/points-rules'
import { lockPoints, readBalances } from '#server/points/points-store'
import { refuse } from '#server/refusal'

/** The caller holds the person's points. Points given make a lot like others, after a debt is paid; points taken come out of what is available and never make a debt. */
export async function adjust(writing: Writing, row: AdjustmentRow, approverId: string, now: Date): Promise<void> {
  const { adjustmentId, personId, amount, proposerId } = row
  const { available, debt } = await readBalances(writing, personId)
  if (available + amount < 0) refuse('not-enough-points')
  await recordPoints(writing, {
    ...{ transactionId: `adjust:${adjustmentId}`, kind: 'adjust', rule: 'adjustment', ruleVersion: 1, cause: `adjustment:${adjustmentId}` },
    ...{ personId, businessDate: businessDateOf(now), at: now, clipped: 0, authorId: proposerId, approverId },
    ...{ entries: entriesOfAdjustment(personId, amount, debt), content: [amount] }
  })
}

export const approveAdjustment = command(contract.approveAdjustment, async ({ input, caller, city, writing, now }) => {
  const { adjustmentId, isApproved = true, note = null } = input
  const found = keepsBooks(caller, city) && (await findAdjustment(writing, adjustmentId))
  if (!found) return refuse('not-found')
  // Points before anything of what moves them, as everywhere.
  await lockPoints(writing, found.personId)
  const row = (await lockAdjustment(writing, adjustmentId)) ?? found
  if ([row.proposerId, row.personId].includes(caller.personId)) refuse('same-person')
  if (row.state !== 'proposed') refuse('already-done')
  if (isApproved) await adjust(writing, row, caller.personId, now)
  const decided = { state: isApproved ? ('approved' as const) : ('refused' as const), deciderId: caller.personId, decidedAt: now, note }
  await decideAdjustment(writing, adjustmentId, decided)
  return viewOfAdjustment({ ...row, ...decided }, await namesOf(writing, [row.personId, row.proposerId, caller.personId]), caller.personId)
})
