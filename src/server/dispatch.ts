import { ValidationError } from '@orpc/contract'
import { call, ORPCError, type AnyProcedure } from '@orpc/server'
import type { Logger } from 'pino'
import type { OperationMeta } from '#contract/operation'
import type { RefusalBody } from '#contract/refusals'
import type { City } from '#server/city'
import type { Database, Writing } from '#server/database/database'
import type { Caller, Gather, OperationContext, Outside, Surroundings } from '#server/operation'
import { gatherCalls } from '#server/gather-calls'
import { operations } from '#server/operations'
import { holdCallers } from '#server/people/callers'
import { once } from '#server/people/idempotency-store'
import { Refusal, refuse } from '#server/refusal'

/** Stands in every line about an unexpected fault, and must never be found in anything that is shipped to a phone; a test looks for it. */
export const SERVER_MARKER = 'tongchuang-server-marker'

export interface Asked {
  /** `<noun>/<operation>`. */
  operation: string
  input: unknown
  /** Establishes who is calling; asked only after the operation was found. */
  identify: () => Promise<Caller | undefined>
  requestId: string
  log: Logger
  now: Date
}

export interface Replied {
  status: number
  body: unknown
}

export type Dispatch = (asked: Asked) => Promise<Replied>

export type Lasting = Omit<Surroundings & Outside, 'now' | 'log' | 'afterCommit' | 'city'> & { readCity: () => Promise<City> }

/** Where the input does not fit, by path; the value itself is never repeated. */
function faultsOf(validation: ValidationError) {
  return validation.issues.slice(0, 20).map(issue => ({
    path: (issue.path ?? []).map(part => String(typeof part === 'object' ? part.key : part)).join('.'),
    reason: issue.message.replace(/ but received .*/s, '')
  }))
}

const isBadInput = (fault: unknown): fault is ORPCError<'BAD_REQUEST', unknown> & { cause: ValidationError } =>
  fault instanceof ORPCError && fault.code === 'BAD_REQUEST' && fault.cause instanceof ValidationError

function replyTo(fault: unknown, asked: Asked): Replied {
  if (fault instanceof Refusal) return { status: fault.status, body: fault.body }
  if (isBadInput(fault)) {
    const refusal = new Refusal('bad-input', { faults: faultsOf(fault.cause) })
    return { status: refusal.status, body: refusal.body }
  }
  asked.log.error(
    { err: fault, operation: asked.operation, requestId: asked.requestId, from: SERVER_MARKER },
    'an operation failed unexpectedly'
  )
  const body: RefusalBody = { code: 'unexpected', message: 'Something went wrong on our side.', data: { requestId: asked.requestId } }
  return { status: 500, body }
}

const keyOf = (input: unknown) =>
  typeof input === 'object' && input !== null && 'idempotencyKey' in input && typeof input.idempotencyKey === 'string'
    ? { key: input.idempotencyKey, input }
    : undefined

interface Doors {
  database: Database
  gather: (operation: string) => Gather
}

function contextFor(asked: Asked, caller: Caller | undefined, city: City, { database, gather }: Doors, lasting: Lasting): OperationContext {
  let committed: (() => void)[] = []
  const workOnce = <T>(writing: Writing, input: unknown, work: () => Promise<T>) => {
    const keyed = keyOf(input)
    if (!keyed || !caller) return work()
    const { operation, now } = asked
    return once(writing, { ...keyed, personId: caller.personId, operation, now }, work)
  }
  return {
    settings: lasting.settings,
    storage: lasting.storage,
    sessions: lasting.sessions,
    addresses: lasting.addresses,
    documents: lasting.documents,
    certificateKeys: lasting.certificateKeys,
    wechat: lasting.wechat,
    chance: lasting.chance,
    demoPeople: lasting.demoPeople,
    redactFile: lasting.redactFile,
    forgetCaller: lasting.forgetCaller,
    forgetCity: lasting.forgetCity,
    buildCity: lasting.buildCity,
    city,
    now: asked.now,
    log: asked.log,
    caller,
    reading: database.reading,
    gather: gather(asked.operation),
    afterCommit: work => committed.push(work),
    async write(input, holding, work) {
      const answer = await database.write(async writing => {
        committed = []
        const [held] = holding && caller ? await holdCallers(writing, [caller], holding) : []
        if (holding && !held) refuse('not-signed-in')
        return workOnce(writing, input, () => work(writing, held))
      })
      for (const follow of committed) follow()
      return answer
    }
  }
}

/**
 * The one way into the product, for HTTP, cloud functions and tests alike: find the operation → who is calling → check the
 * input → may they → transaction → reply. It holds the only catch.
 */
export function createDispatch(database: Database, lasting: Lasting, table: Readonly<Record<string, AnyProcedure>> = operations): Dispatch {
  const doors = { database, gather: gatherCalls(database) }
  return async asked => {
    try {
      const procedure = Object.hasOwn(table, asked.operation) ? table[asked.operation] : undefined
      if (!procedure) return refuse('not-found')
      const caller = await asked.identify()
      const meta = procedure['~orpc'].meta as OperationMeta
      if (meta.isSignedIn && !caller) return refuse('not-signed-in')
      // Read before the transaction is opened: inside it, a second connection may never come.
      const context = contextFor(asked, caller, await lasting.readCity(), doors, lasting)
      return { status: 200, body: await call(procedure, asked.input ?? {}, { context }) }
    } catch (fault) {
      return replyTo(fault, asked)
    }
  }
}
