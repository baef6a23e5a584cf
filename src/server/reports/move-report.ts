import { reports as contract, type MoveInput } from '#contract/reports'
import type { City } from '#server/city'
import type { Writing } from '#server/database/database'
import { command, type Caller } from '#server/operation'
import { refuse } from '#server/refusal'
import { makeMove } from '#server/reports/make-move'
import type { Moved } from '#server/reports/moving'
import { capacitiesOf, findMove } from '#server/reports/report-rules'
import { relationTo } from '#server/reports/report-people-store'
import { hasObjected, lockReport } from '#server/reports/report-store'

/** One person's move of one report: is it there for them, is it the version they saw, does the table allow it. */
export async function moveAs(
  writing: Writing,
  caller: Caller,
  input: Omit<MoveInput, 'idempotencyKey'>,
  { city, now }: { city: City; now: Date }
): Promise<Moved> {
  const { reportId, version, to, ...brought } = input
  const row = (await lockReport(writing, reportId)) ?? refuse('not-found')
  const isFollower = (await relationTo(writing, reportId, caller.personId)) === 'follower'
  const actors = capacitiesOf(row, caller, isFollower)
  if (actors.length === 0) refuse('not-found')
  if (row.version !== version) refuse('stale-version', { version: row.version })
  const mover = { personId: caller.personId, actors, hasObjected: await hasObjected(writing, row, caller.personId) }
  const found = findMove(row, to, mover, now) ?? refuse('move-not-allowed')
  return makeMove(writing, { row, ...found, personId: caller.personId, brought, city, now })
}

export const moveReport = command(contract.moveReport, async ({ input, caller, writing, city, now }) => {
  const { idempotencyKey: _, ...move } = input
  return moveAs(writing, caller, move, { city: city, now })
})
