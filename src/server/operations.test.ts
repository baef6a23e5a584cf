import type { AnySchema } from '@orpc/contract'
import { api } from '#contract/api'
import { refusals } from '#contract/refusals'
import type { OperationMeta } from '#contract/operation'
import { implemented, operations } from '#server/operations'
import { toldShape } from '#server/told-shape'

interface Said {
  meta: OperationMeta
  inputSchema?: unknown
  outputSchema?: unknown
}

const namesOf = (tree: Record<string, object>) =>
  Object.entries(tree)
    .flatMap(([noun, procedures]) => Object.keys(procedures).map(name => `${noun}/${name}`))
    .sort()

test('every operation of the contract is implemented, and nothing else is', () => {
  expect(namesOf(implemented)).toEqual(namesOf(api))
  expect(Object.keys(operations).sort()).toEqual(namesOf(api))
})

test('each is implemented with the input, the output and the rights the contract gives it', () => {
  const contracts = Object.entries(api).flatMap(([noun, all]) =>
    Object.entries<{ '~orpc': Said }>(all).map(([name, one]) => [`${noun}/${name}`, one] as const)
  )
  for (const [name, contract] of contracts) {
    const [said, done] = [contract['~orpc'], operations[name]?.['~orpc']]
    expect([name, done?.inputSchema === said.inputSchema, done?.outputSchema === toldShape(said.outputSchema as AnySchema)]).toEqual([
      name,
      true,
      true
    ])
    expect([name, done?.meta]).toEqual([name, said.meta])
  }
})

test('every refusal an operation names is one the product knows', () => {
  for (const procedure of Object.values(operations))
    for (const code of (procedure['~orpc'].meta as OperationMeta).refusals) expect(Object.keys(refusals)).toContain(code)
})
