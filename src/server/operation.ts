import { ContractProcedure, type AnySchema, type InferSchemaInput, type InferSchemaOutput } from '@orpc/contract'
import { implement, type AnyProcedure } from '@orpc/server'
import type { Logger } from 'pino'
import type { OperationMeta } from '#contract/operation'
import type { Grant, Persona, Role } from '#contract/people'
import type { ShareRectangle } from '#server/files/photo-rules'
import type { City } from '#server/city'
import type { Reading, Writing } from '#server/database/database'
import type { DocumentAddresses } from '#server/documents/document-address'
import type { FileAddresses } from '#server/files/file-addresses'
import type { Holding } from '#server/people/session-store'
import type { Session, Sessions } from '#server/people/sessions'
import type { Chance } from '#server/quizzes/learning/draw-rules'
import type { ReadAside } from '#server/read-aside'
import { refuse, type Refusal } from '#server/refusal'
import type { Settings } from '#server/settings'
import type { Storage } from '#server/storage/storage'
import { toldShape } from '#server/told-shape'
import type { CertificateKeys } from '#server/volunteering/certificates/certificate-keys'
import type { WeChat } from '#server/wechat/wechat'

/** Who is calling, as the identity mode of the deployment established it. */
export interface Caller {
  personId: string
  displayName: string
  grants: readonly Grant[]
  consentedPolicy?: string | undefined
  /** How often what is remembered of them had changed when this was read; without it a transaction reads it again. */
  rememberedVersion?: number
  /** The session they act in; absent where WeChat itself says who calls. */
  session?: Session | undefined
}

/** Whether a caller holds one of these roles anywhere. */
export const holds = (caller: Pick<Caller, 'grants'>, ...roles: readonly Role[]) => caller.grants.some(grant => roles.includes(grant.role))

/** Whether a caller is an admin of the whole city: what changes every street is not for the admin of one. */
export const isCityAdmin = (caller: Pick<Caller, 'grants'>, city: City) =>
  caller.grants.some(({ role, areaId }) => role === 'admin' && areaId !== undefined && city.places.kindOf(areaId) === 'city')

/** The people of the demo, handed in where the deployment is one. */
export interface DemoPeople {
  of(persona: Persona): { displayName: string; grants: readonly { role: Role; areaId?: string; unitId?: string }[] }
}

/**
 * What lies outside this thread and may keep it waiting: WeChat, where files lie, and reading what people upload. Queries and the first step of a command have it;
 * inside a transaction it is not there, for whoever waits there keeps everybody else waiting too.
 */
export interface Outside {
  storage: Storage
  wechat: WeChat
  readAside: ReadAside
  /** Covers rectangles of a picture for good and keeps the result beside the original. */
  redactFile: (fileId: string, rectangles: readonly ShareRectangle[]) => Promise<void>
}

/** What every operation may use beside its input. Time is handed in, never read. */
export interface Surroundings {
  now: Date
  settings: Settings
  city: City
  sessions: Sessions
  addresses: FileAddresses
  documents: DocumentAddresses
  certificateKeys: CertificateKeys
  /** What is drawn at random is drawn by this. */
  chance: Chance
  demoPeople: DemoPeople | undefined
  log: Logger
  /** Does something once the transaction is committed: forgetting what is cached of what it changed. */
  afterCommit: (work: () => void) => void
  /** Forgets what is cached of a person, after their grants or account changed. */
  forgetCaller: (personId: string) => void
  /** Forgets what is cached of areas, units, categories and calendar. */
  forgetCity: () => void
  /** The city as this transaction leaves it, read before the commit: what everybody depends on is built here, or nothing is written. */
  buildCity: (writing: Writing) => Promise<City>
}

/** One of the calls that are written together, with the moment it came. */
export interface GatheredCall<I> {
  input: I
  caller: Caller
  now: Date
}

export type Outcome<O> = { answer: O } | { refusal: Refusal }

/** Writes many calls of one operation in one transaction and says of each, in their order, what came of it. */
export type RunMany<I, O> = (
  asked: { calls: readonly GatheredCall<I>[]; writing: Writing } & Surroundings
) => Promise<readonly Outcome<O>[]>

/** Hands a call to whatever is written next of its operation. */
export type Gather = <I extends object, O>(call: GatheredCall<I>, surroundings: Surroundings, runMany: RunMany<I, O>) => Promise<O>

export interface OperationContext extends Surroundings, Outside {
  caller: Caller | undefined
  reading: Reading
  /**
   * Opens the one transaction of a command; dispatch adds idempotency here. Where the command holds its caller, `work` is handed the
   * caller as they are in it, and nobody who is gone gets that far.
   */
  write: <T>(input: unknown, holding: Holding | undefined, work: (writing: Writing, caller: Caller | undefined) => Promise<T>) => Promise<T>
  /** Writes this call together with others of the same operation that come at the same time. */
  gather: Gather
}

type Contracted<I extends AnySchema, O extends AnySchema> = ContractProcedure<I, O, Record<never, never>, OperationMeta>
type Asked<I extends AnySchema, More> = { input: InferSchemaOutput<I>; reading: Reading } & Surroundings & More
type Reply<O extends AnySchema> = Promise<InferSchemaInput<O>>

// The context belongs to one request, so what an operation is handed is written onto it: copying it costs more than many a query.
function implementing<I extends AnySchema, O extends AnySchema>(
  contract: Contracted<I, O>,
  expected: Pick<OperationMeta, 'kind' | 'isSignedIn'>,
  handle: (context: OperationContext, input: InferSchemaOutput<I>) => Reply<O>
): AnyProcedure {
  const { meta } = contract['~orpc']
  if (meta.kind !== expected.kind || meta.isSignedIn !== expected.isSignedIn)
    throw new Error(`an operation is implemented as ${JSON.stringify(expected)}, its contract says ${JSON.stringify(meta)}`)
  const { '~orpc': plan } = contract as Contracted<AnySchema, AnySchema>
  const told = new ContractProcedure({ ...plan, ...(plan.outputSchema && { outputSchema: toldShape(plan.outputSchema) }) })
  const procedure = implement(told).$context<OperationContext>()
  return procedure.handler(({ context, input }) => handle(context, input as InferSchemaOutput<I>))
}

/** A query of somebody signed in. */
export const query = <I extends AnySchema, O extends AnySchema>(
  contract: Contracted<I, O>,
  run: (asked: Asked<I, { caller: Caller } & Outside>) => Reply<O>
) =>
  implementing(contract, { kind: 'query', isSignedIn: true }, (context, input) =>
    run(Object.assign(context, { input, caller: context.caller ?? refuse('not-signed-in') }))
  )

/** A query anybody may ask; `caller` is there when they happen to be signed in. */
export const openQuery = <I extends AnySchema, O extends AnySchema>(
  contract: Contracted<I, O>,
  run: (asked: Asked<I, { caller: Caller | undefined } & Outside>) => Reply<O>
) => implementing(contract, { kind: 'query', isSignedIn: false }, (context, input) => run(Object.assign(context, { input })))

type Written<I extends AnySchema, O extends AnySchema, More> = (asked: Asked<I, { writing: Writing } & More>) => Reply<O>
/** What a command fetches from outside before its transaction is opened. */
type FirstStep<I extends AnySchema, More, P> = (asked: Asked<I, Outside & More>) => Promise<P>

/** Runs in a transaction that holds the caller. */
const writeAs = <I extends AnySchema, O extends AnySchema, P>(
  context: OperationContext,
  holding: Holding,
  run: Written<I, O, { caller: Caller; prepared: P }>,
  fetched: { input: InferSchemaOutput<I>; prepared: P }
) =>
  context.write(fetched.input, holding, (writing, held) =>
    run(Object.assign(context, { ...fetched, writing, reading: writing, caller: held ?? refuse('not-signed-in') }))
  )

/**
 * A command of somebody signed in: everything it writes is written together or not at all. It holds its caller, who can neither delete
 * their account nor lose a role meanwhile; with `isAlone` no other command of theirs is under way.
 */
export const command = <I extends AnySchema, O extends AnySchema>(
  contract: Contracted<I, O>,
  run: Written<I, O, { caller: Caller }>,
  { isAlone = false } = {}
) =>
  implementing(contract, { kind: 'command', isSignedIn: true }, (context, input) =>
    writeAs(context, isAlone ? 'alone' : 'beside-others', run, { input, prepared: undefined })
  )

/** A command that needs something from outside: `prepare` fetches it and may refuse, then `run` writes with what was `prepared`. */
export const commandAfter = <I extends AnySchema, O extends AnySchema, P>(
  contract: Contracted<I, O>,
  prepare: FirstStep<I, { caller: Caller }, P>,
  run: Written<I, O, { caller: Caller; prepared: P }>
) =>
  implementing(contract, { kind: 'command', isSignedIn: true }, async (context, input) => {
    const prepared = await prepare(Object.assign(context, { input, caller: context.caller ?? refuse('not-signed-in') }))
    return writeAs(context, 'beside-others', run, { input, prepared })
  })

/** A command that comes before signing in, such as signing in. */
export const openCommand = <I extends AnySchema, O extends AnySchema>(contract: Contracted<I, O>, run: Written<I, O, object>) =>
  implementing(contract, { kind: 'command', isSignedIn: false }, (context, input) =>
    context.write(input, undefined, writing => run(Object.assign(context, { input, writing, reading: writing })))
  )

/** As `commandAfter`, before signing in. */
export const openCommandAfter = <I extends AnySchema, O extends AnySchema, P>(
  contract: Contracted<I, O>,
  prepare: FirstStep<I, object, P>,
  run: Written<I, O, { prepared: P }>
) =>
  implementing(contract, { kind: 'command', isSignedIn: false }, async (context, input) => {
    const prepared = await prepare(Object.assign(context, { input }))
    return context.write(input, undefined, writing => run(Object.assign(context, { input, prepared, writing, reading: writing })))
  })

/**
 * A command that a crowd calls in the same second: calls that arrive while a transaction is under way are written together in the
 * next one, which decides them in the order they came. Idempotency is dispatch's, as for every command.
 */
export const gatheredCommand = <I extends AnySchema, O extends AnySchema>(
  contract: Contracted<I, O>,
  runMany: RunMany<InferSchemaOutput<I>, InferSchemaInput<O>>
) =>
  implementing(contract, { kind: 'command', isSignedIn: true }, (context, input) =>
    context.gather(
      { input: input as object, caller: context.caller ?? refuse('not-signed-in'), now: context.now },
      context,
      runMany as never
    )
  )
