import { api } from '#contract/api'
import { refusals } from '#contract/refusals'
import type { OperationMeta } from '#contract/operation'
import { implemented, operations } from '#server/operations'

const namesOf = (tree: Record<string, object>) =>
  Object.entries(tree)
    .flatMap(([noun, procedures]) => Object.keys(procedures).map(name => `${noun}/${name}`))
    .sort()

test('every operation of the contract is implemented, and nothing else is', () => {
  expect(namesOf(implemented)).toEqual(namesOf(api))
  expect(Object.keys(operations).sort()).toEqual(namesOf(api))
})

test('each is implemented with the input, the output and the rights the contract gives it', () => {
  for (const [noun, contracts] of Object.entries(api))
    for (const [name, contract] of Object.entries(contracts)) {
      const [said, done] = [(contract as { '~orpc': Def })['~orpc'], implemented[noun]?.[name]?.['~orpc'] as unknown as Def]
      expect([name, done.inputSchema === said.inputSchema, done.outputSchema === said.outputSchema]).toEqual([name, true, true])
      expect([name, done.meta]).toEqual([name, said.meta])
    }
})
interface Def {
  meta: OperationMeta
  inputSchema: unknown
  outputSchema: unknown
}

test('every refusal an operation names is one the product knows', () => {
  for (const procedure of Object.values(operations))
    for (const code of (procedure['~orpc'].meta as OperationMeta).refusals) expect(Object.keys(refusals)).toContain(code)
})
