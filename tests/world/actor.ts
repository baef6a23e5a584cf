import { randomUUID } from 'node:crypto'
import type { AnyContractProcedure, AnySchema, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import { api } from '#contract/api'
import type { OperationMeta } from '#contract/operation'
import type { Person } from '#contract/people'
import type { RefusalBody } from '#contract/refusals'

/** A no as a caller meets it: status and body, nothing else. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly body: RefusalBody
  ) {
    super(`${status} ${JSON.stringify(body)}`)
    this.name = 'Refused'
  }
}

type Operation<I extends AnySchema, O extends AnySchema> = ContractProcedure<I, O, Record<never, never>, OperationMeta>

/** Asks one operation of the contract: `ask(reports.submitReport)(input)`. */
export type Ask = <I extends AnySchema, O extends AnySchema>(
  operation: Operation<I, O>
) => (input: InferSchemaInput<I>) => Promise<InferSchemaOutput<O>>

/** Sends an operation by name and gives back status and body, as dispatch does. */
export type Send = (operation: string, input: unknown) => Promise<{ status: number; body: unknown }>

const names = new Map<unknown, string>(
  Object.entries(api).flatMap(([noun, operations]) =>
    Object.entries(operations as Record<string, AnyContractProcedure>).map(([name, procedure]) => [procedure, `${noun}/${name}`] as const)
  )
)

/** `<noun>/<operation>` of a procedure of the contract. */
export function nameOf(operation: AnyContractProcedure): string {
  const name = names.get(operation)
  if (!name) throw new Error('This operation is not in the contract.')
  return name
}

export function askThrough(send: Send): Ask {
  return operation => async input => {
    const { status, body } = await send(nameOf(operation), input)
    if (status !== 200) throw new Refused(status, body as RefusalBody)
    return body as never
  }
}

/** The code of the refusal a call ended in. A call that went through, or failed for another reason, fails the test. */
export async function refusalOf(calling: Promise<unknown>): Promise<string> {
  const faults = await faultOf(calling)
  return faults.body.code
}

/** The whole refusal a call ended in. */
export async function faultOf(calling: Promise<unknown>): Promise<Refused> {
  try {
    const answer = await calling
    throw new Error(`It was not refused: ${JSON.stringify(answer)}`)
  } catch (fault) {
    if (fault instanceof Refused) return fault
    throw fault
  }
}

export const newKey = () => `key-${randomUUID()}`

/** Somebody of the cast, signed in. */
export interface Actor {
  person: Person
  token: string
  ask: Ask
  send: Send
}
