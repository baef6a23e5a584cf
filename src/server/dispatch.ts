import { ValidationError } from '@orpc/contract'
import { call, ORPCError, type AnyProcedure } from '@orpc/server'
import type { Logger } from 'pino'
import type { OperationMeta } from '#contract/operation'
import type { RefusalBody } from '#contract/refusals'
import type { City } from '#server/city'
import { sqlStateOf, type Database, type Writing } from '#server/database/database'
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

const REASON_LENGTH_MAX = 200
const PATH_LENGTH_MAX = 100

/**
 * What is wrong, without what was sent: valibot ends its sentences with `but received …`, or with what was sent alone where it has a
 * sentence for it, e.g. `Invalid date: Received …`.
 */
const reasonOf = ({ message }: { message: string }) => message.replace(/:? (?:but )?received .*/is, '').slice(0, REASON_LENGTH_MAX)

/** Where the input does not fit, by path; the value itself is never repeated, and of a path that a caller made up only its beginning. */
function faultsOf(validation: ValidationError) {
  return validation.issues.slice(0, 20).map(issue => ({
    path: (issue.path ?? [])
      .map(part => String(typeof part === 'object' ? part.key : part))
      .join('.')
      .slice(0, PATH_LENGTH_MAX),
    reason: reasonOf(issue)
  }))
}

const isBadInput = (fault: unknown): fault is ORPCError<'BAD_REQUEST', unknown> & { cause: ValidationError } =>
  fault instanceof ORPCError && fault.code === 'BAD_REQUEST' && fault.cause instanceof ValidationError

const refusedFor = (faults: readonly { path: string; reason: string }[]): Replied => {
  const { status, body } = new Refusal('bad-input', { faults })
  return { status, body }
}

function replyTo(fault: unknown, asked: Asked): Replied {
  if (fault instanceof Refusal) return { status: fault.status, body: fault.body }
  if (isBadInput(fault)) return refusedFor(faultsOf(fault.cause))
  // Class 22, data exception: a value the database cannot keep. It came from outside, and a bound is missing in the contract.
  const sqlState = sqlStateOf(fault)
  if (sqlState?.startsWith('22')) {
    asked.log.warn({ faultCode: sqlState, operation: asked.operation, requestId: asked.requestId }, 'the database could not keep a value')
    return refusedFor([{ path: '', reason: 'a value that cannot be kept' }])
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
    readAside: lasting.readAside,
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
