import { v7 as newId } from 'uuid'
import { points as contract } from '#contract/points'
import { command } from '#server/operation'
import { findPerson } from '#server/people/person-store'
import { findFreeze } from '#server/points/hold-store'
import { holdPoints, voidHold } from '#server/points/holds'
import { keepsBooks } from '#server/points/office/office-rules'
import { lockPoints, readBalances } from '#server/points/points-store'
import { refuse } from '#server/refusal'

/**
 * All that is available is held. What becomes available while it lasts stays under 可用 with a lot of its own, but nothing can be
 * redeemed and nothing expires until the office lifts it; then the same lots get everything back.
 */
export const freezePoints = command(contract.freezePoints, async ({ input, caller, city, writing, now }) => {
  const { personId, isFrozen, reason } = input
  if (!keepsBooks(caller, city) || !(await findPerson(writing, personId))) refuse('not-found')
  if (personId === caller.personId) refuse('same-person')
  await lockPoints(writing, personId)
  const freeze = await findFreeze(writing, personId)
  if ((freeze !== undefined) === isFrozen) refuse('already-done')
  const by = { now, authorId: caller.personId, note: reason }
  if (freeze) await voidHold(writing, { holdId: freeze.holdId, ...by })
  else {
    const { available } = await readBalances(writing, personId)
    const holdId = `freeze:${newId()}`
    await holdPoints(writing, { holdId, personId, amount: available, purpose: 'freeze', cause: holdId, ...by })
  }
  return { isFrozen, held: (await readBalances(writing, personId)).held }
})
