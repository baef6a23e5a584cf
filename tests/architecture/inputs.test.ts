import type { AnyContractProcedure } from '@orpc/contract'
import type { GenericSchema } from 'valibot'
import { api } from '#contract/api'

/** As much of a schema of valibot as tells what it takes; the last four are there by its type. */
interface Part {
  type: string
  pipe?: readonly Part[]
  requirement?: unknown
  entries?: Record<string, Part>
  item?: Part
  wrapped?: Part
  options?: readonly unknown[]
  key?: unknown
  value?: Part
}

/** The reference system a file of areas names: searched for another than WGS-84, never kept. */
const LOOKED_AT_ONLY = /^places\/\w+(\.\w+)*\.crs$/
const BOUNDED_OR_FIXED = new Set(['picklist', 'literal', 'boolean'])

/** What is asked of a value beyond its type; a pipe may begin with another pipe. */
function actionsOf({ pipe = [] }: Part): string[] {
  const [first, ...actions] = pipe
  return [...(first?.pipe ? actionsOf(first) : []), ...actions.map(({ type }) => type)]
}

/** Every place below a schema where as much may come as somebody likes, by path. */
function unboundedIn(part: Part, path: string): string[] {
  const actions = actionsOf(part)
  const lacks = (...names: string[]) => names.filter(name => !actions.includes(name)).map(name => `${path}: ${part.type} without ${name}`)
  const within = (parts: readonly Part[], name: (n: number) => string) => parts.flatMap((one, n) => unboundedIn(one, `${path}${name(n)}`))
  switch (part.type) {
    case 'string':
      return lacks('max_length')
    case 'number':
      return lacks('min_value', 'max_value')
    case 'array':
      return [...lacks('max_length'), ...within([part.item!], () => '[]')]
    case 'object':
    case 'strict_object':
      return Object.entries(part.entries!).flatMap(([name, entry]) => unboundedIn(entry, `${path}.${name}`))
    case 'optional':
    case 'nullable':
      return unboundedIn(part.wrapped!, path)
    case 'union':
    case 'variant':
      return within(part.options as Part[], n => `|${n}`)
    case 'record':
      return [...lacks('max_entries'), ...within([part.key as Part, part.value!], n => `{${n}}`)]
    case 'unknown':
      return LOOKED_AT_ONLY.test(path) ? [] : [`${path}: anything at all`]
    default:
      return BOUNDED_OR_FIXED.has(part.type) ? [] : [`${path}: ${part.type} is not known here`]
  }
}

const inputs = Object.entries(api).flatMap(([noun, operations]) =>
  Object.entries(operations as Record<string, AnyContractProcedure>).map(([name, procedure]) => ({
    operation: `${noun}/${name}`,
    input: procedure['~orpc'].inputSchema as GenericSchema
  }))
)

test('nothing that comes in is without a bound: no text, no number, no list of any operation', () => {
  expect(inputs.length).toBeGreaterThan(150)
  expect(inputs.flatMap(({ operation, input }) => unboundedIn(input as Part, operation))).toEqual([])
})

/** What a text may hold must be said too: a pattern, a check of characters, or a date. A length alone lets NUL and half characters in. */
function unsayableIn(part: Part, path: string): string[] {
  const below = [part.item, part.wrapped, part.value, ...(part.options ?? []), ...Object.values(part.entries ?? {})]
  const own = part.type === 'string' && !actionsOf(part).some(type => type === 'regex' || type === 'check') ? [path] : []
  return [...own, ...below.flatMap((one, n) => (typeof one === 'object' && one !== null ? unsayableIn(one as Part, `${path}.${n}`) : []))]
}

test('of every text that comes in it is said which characters it may hold', () => {
  expect(inputs.flatMap(({ operation, input }) => unsayableIn(input as Part, operation))).toEqual([])
})
