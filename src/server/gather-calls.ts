import type { Database, Writing } from '#server/database/database'
import type { Gather, GatheredCall, Outcome, RunMany, Surroundings } from '#server/operation'
import { holdCallers } from '#server/people/callers'
import { keepAnswers, takeKeys } from '#server/people/idempotency-store'
import { Refusal } from '#server/refusal'

/** More in one transaction would keep the first waiting for the last. */
const TOGETHER_MAX = 100

interface Waiting<I extends object, O> {
  operation: string
  call: GatheredCall<I>
  surroundings: Surroundings
  runMany: RunMany<I, O>
  resolve: (answer: O) => void
  reject: (fault: unknown) => void
}

interface Line {
  waiting: Waiting<object, unknown>[]
  isUnderWay: boolean
}

/**
 * Writes calls of one operation together: whatever comes while a transaction is under way is the next transaction. Nobody waits
 * for a timer; a single call goes at once, a crowd goes in few transactions. One at a time in a process, in the order they came;
 * other processes may do the same, the database keeps them apart.
 */
export function gatherCalls(database: Database): (operation: string) => Gather {
  const lines = new Map<string, Line>()
  return operation => {
    const line = lines.get(operation) ?? { waiting: [], isUnderWay: false }
    lines.set(operation, line)
    return (call, surroundings, runMany) =>
      new Promise((resolve, reject) => {
        line.waiting.push({ operation, call, surroundings, runMany, resolve, reject } as unknown as Waiting<object, unknown>)
        if (!line.isUnderWay) void empty(database, line)
      })
  }
}

async function empty(database: Database, line: Line): Promise<void> {
  line.isUnderWay = true
  while (line.waiting.length > 0) await writeTogether(database, line.waiting.splice(0, TOGETHER_MAX))
  line.isUnderWay = false
}

async function writeTogether(database: Database, batch: readonly Waiting<object, unknown>[]): Promise<void> {
  try {
    const outcomes = await database.write(writing => runOnce(writing, batch))
    for (const [n, { resolve, reject }] of batch.entries()) {
      const outcome = outcomes[n] as Outcome<unknown>
      if ('refusal' in outcome) reject(outcome.refusal)
      else resolve(outcome.answer)
    }
  } catch (fault) {
    // One call that cannot be written must not take the others with it.
    if (batch.length > 1) for (const one of batch) await writeTogether(database, [one])
    else for (const { reject } of batch) reject(fault)
  }
}

const keyOf = ({ input, caller }: GatheredCall<object>) => {
  const key = 'idempotencyKey' in input && typeof input.idempotencyKey === 'string' ? input.idempotencyKey : undefined
  return key === undefined ? undefined : { key, personId: caller.personId }
}

/** Runs the calls of those who are still there, with the grants they have now; whoever is gone is told so. */
async function runOnce(writing: Writing, batch: readonly Waiting<object, unknown>[]): Promise<Outcome<unknown>[]> {
  const callers = batch.map(({ call }) => call.caller)
  const held = await holdCallers(writing, callers, 'beside-others')
  const present = batch.flatMap((waiting, place) => {
    const caller = held[place]
    return caller ? [{ ...waiting, call: { ...waiting.call, caller } }] : []
  })
  const outcomes = (await runKeyed(writing, present)).values()
  return held.map(caller => (caller ? (outcomes.next().value as Outcome<unknown>) : { refusal: new Refusal('not-signed-in') }))
}

/** Runs the calls whose key is new, answers the others as before, and keeps the new answers. A refused key may be tried again. */
async function runKeyed(writing: Writing, batch: readonly Waiting<object, unknown>[]): Promise<Outcome<unknown>[]> {
  const first = batch[0]
  const latest = batch.at(-1)
  if (!first || !latest) return []
  const keyed = batch.flatMap(({ operation, call }, place) => {
    const key = keyOf(call)
    return key ? [{ ...key, operation, input: call.input, now: call.now, place }] : []
  })
  const taken = await takeKeys(writing, keyed)
  const found = new Map(keyed.map(({ place }, n) => [place, taken[n]]))
  const fresh = batch.map((_, place) => place).filter(place => (found.get(place)?.kind ?? 'mine') === 'mine')
  const calls = fresh.map(place => (batch[place] as Waiting<object, unknown>).call)
  const ran = calls.length > 0 ? await latest.runMany({ ...latest.surroundings, calls, writing }) : []
  const outcomes = new Map(fresh.map((place, n) => [place, ran[n] as Outcome<unknown>]))
  await keepAnswers(
    writing,
    keyed.flatMap(call => {
      const outcome = outcomes.get(call.place)
      return outcome ? [{ ...call, answer: 'answer' in outcome ? outcome.answer : undefined }] : []
    })
  )
  return batch.map((_, place) => {
    const key = found.get(place)
    if (key?.kind === 'answered') return { answer: key.answer }
    if (key?.kind === 'other-content') return { refusal: new Refusal('same-key-other-content') }
    const source = key?.kind === 'twin' ? keyed[key.of]?.place : place
    return outcomes.get(source ?? place) as Outcome<unknown>
  })
}
