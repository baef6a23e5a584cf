import { oc } from '@orpc/contract'
import type { GenericSchema } from 'valibot'
import type { RefusalCode } from '#contract/refusals'

/** A query only reads; a command writes, inside one transaction. */
export type OperationKind = 'query' | 'command'

/** What every operation says about itself beside its shapes; dispatch and the OpenAPI page read it. */
export interface OperationMeta {
  kind: OperationKind
  /** False where a person may call it before signing in. */
  isSignedIn: boolean
  /** The expected noes of this operation, beyond `bad-input`, `not-signed-in`, `too-many`. */
  refusals: readonly RefusalCode[]
  [key: string]: unknown
}

interface OperationSpec<I extends GenericSchema, O extends GenericSchema> {
  summary: string
  input: I
  output: O
  refusals?: readonly RefusalCode[]
  /** `true` opens it to people who have not signed in. */
  isOpen?: boolean
}

const base = oc.$meta<OperationMeta>({ kind: 'query', isSignedIn: true, refusals: [] })

function operation<I extends GenericSchema, O extends GenericSchema>(kind: OperationKind, spec: OperationSpec<I, O>) {
  return base
    .meta({ kind, isSignedIn: !spec.isOpen, refusals: spec.refusals ?? [] })
    .route({ method: 'POST', summary: spec.summary })
    .input(spec.input)
    .output(spec.output)
}

/** Declares an operation that only reads. */
export const query = <I extends GenericSchema, O extends GenericSchema>(spec: OperationSpec<I, O>) => operation('query', spec)

/** Declares an operation that writes, in one transaction. */
export const command = <I extends GenericSchema, O extends GenericSchema>(spec: OperationSpec<I, O>) => operation('command', spec)
