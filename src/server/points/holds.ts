import { businessDateOf } from '#server/business-date'
import type { Writing } from '#server/database/database'
import { findFreeze, findHold, insertHold, resolveHold, type HoldPurpose, type HoldRow } from '#server/points/hold-store'
import { movesBack } from '#server/points/lots/lot-rules'
import { listMovesOf } from '#server/points/lots/lot-store'
import { isRecorded, recordPoints } from '#server/points/points-ledger'
import {
  captureId,
  entriesOfCapture,
  entriesOfHold,
  entriesOfRepayment,
  entriesOfVoid,
  holdTransactionId,
  voidId,
  type LedgerRule,
  type PointTransaction
} from '#server/points/points-rules'
import { lockPoints, readBalances } from '#server/points/points-store'
import { refuse } from '#server/refusal'

interface Holding {
  holdId: string
  personId: string
  /** In points; a freeze may hold nothing, for what comes while it lasts cannot be spent either. */
  amount: number
  purpose: HoldPurpose
  /** What it is for, e.g. `redemption:<id>`. */
  cause: string
  now: Date
  authorId?: string | undefined
  note?: string | undefined
}

const ruleOf = (purpose: HoldPurpose): LedgerRule => (purpose === 'freeze' ? 'freeze' : 'rewards')

/**
 * Keeps available points for something, taking what expires first. The same hold again is the first answer; with other content it is
 * refused with `same-key-other-content`. Lock order: a person's points before anything of what they are spent on.
 * @throws `not-enough-points`, also while an office looks into the person's points.
 */
export async function holdPoints(writing: Writing, holding: Holding): Promise<void> {
  const { holdId, personId, amount, purpose, cause, now, authorId, note } = holding
  if (!Number.isInteger(amount) || amount < (purpose === 'freeze' ? 0 : 1)) throw new Error(`${amount} points cannot be held`)
  await lockPoints(writing, personId)
  const transaction: PointTransaction = {
    ...{ transactionId: holdTransactionId(holdId), kind: purpose === 'freeze' ? 'freeze' : 'hold', rule: ruleOf(purpose), ruleVersion: 1 },
    ...{ cause, personId, businessDate: businessDateOf(now), at: now, clipped: 0, authorId, note },
    entries: entriesOfHold(personId, amount),
    content: [amount]
  }
  if (await isRecorded(writing, transaction)) return
  const isFrozen = (await findFreeze(writing, personId)) !== undefined
  if ((isFrozen && purpose !== 'freeze') || (await readBalances(writing, personId)).available < amount) refuse('not-enough-points')
  await recordPoints(writing, transaction)
  await insertHold(writing, { holdId, personId, amount, purpose, cause, at: now })
}

/** The hold as it is once nobody else can change it. */
async function lockHold(writing: Writing, holdId: string): Promise<HoldRow> {
  const held = await findHold(writing, holdId)
  if (!held) throw new Error('there is no such hold')
  await lockPoints(writing, held.personId)
  return (await findHold(writing, holdId)) ?? held
}

const resolving = ({ personId, cause, purpose }: HoldRow, now: Date) => ({
  ...{ rule: ruleOf(purpose), ruleVersion: 1, cause, personId },
  ...{ businessDate: businessDateOf(now), at: now, clipped: 0 }
})

/**
 * What was held is spent, once.
 * @param into the account it goes to, e.g. `redeemed:<reward>`.
 * @returns false where it was captured already.
 * @throws where it was voided, or was never held: whoever asks has to know.
 */
export async function captureHold(writing: Writing, { holdId, into, now }: { holdId: string; into: string; now: Date }): Promise<boolean> {
  const held = await lockHold(writing, holdId)
  if (held.state === 'captured') return false
  if (held.state === 'voided') throw new Error('a voided hold cannot be captured')
  const entries = entriesOfCapture(held.personId, held.amount, into)
  await recordPoints(writing, { ...resolving(held, now), transactionId: captureId(holdId), kind: 'capture', entries })
  await resolveHold(writing, holdId, 'captured', now)
  return true
}

/** Points that came back pay first what is owed: nobody keeps a debt open by holding points. */
async function repayDebt(writing: Writing, { personId, holdId }: HoldRow, now: Date): Promise<void> {
  const entries = entriesOfRepayment(personId, await readBalances(writing, personId))
  if (entries.length === 0) return
  await recordPoints(writing, {
    ...{ transactionId: `repay:${holdId}`, kind: 'reverse', rule: 'debt', ruleVersion: 1, cause: `hold:${holdId}`, personId },
    ...{ businessDate: businessDateOf(now), at: now, clipped: 0, entries }
  })
}

/**
 * What was held is available again, once: the same lots get their points back, with the same end. A lot that ended meanwhile expires
 * at the next tick. A debt that came meanwhile is paid out of it.
 * @returns false where it was voided already.
 * @throws where it was captured, or was never held.
 */
export async function voidHold(
  writing: Writing,
  { holdId, now, authorId, note }: Pick<Holding, 'holdId' | 'now' | 'authorId' | 'note'>
): Promise<boolean> {
  const held = await lockHold(writing, holdId)
  if (held.state === 'voided') return false
  if (held.state === 'captured') throw new Error('a captured hold cannot be voided')
  const moves = movesBack(await listMovesOf(writing, holdTransactionId(holdId)))
  const entries = entriesOfVoid(held.personId, held.amount)
  await recordPoints(writing, { ...resolving(held, now), transactionId: voidId(holdId), kind: 'void', authorId, note, entries, moves })
  await resolveHold(writing, holdId, 'voided', now)
  await repayDebt(writing, held, now)
  return true
}
