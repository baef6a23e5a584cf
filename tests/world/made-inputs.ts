import fc, { type Arbitrary } from 'fast-check'
import * as v from 'valibot'

/** As much of a valibot schema as says what it takes. */
interface Shape {
  type: string
  entries?: Record<string, Shape>
  item?: Shape
  key?: Shape
  value?: Shape
  wrapped?: Shape
  options?: readonly (Shape | string)[]
  literal?: unknown
}

/** What a city has: words anybody may send, and those that fit a field by its name. */
export interface KnownWords {
  words: readonly string[]
  named?: Readonly<Record<string, readonly string[]>>
}

const packed = (keys: Record<string, unknown>) => Buffer.from(JSON.stringify(keys)).toString('base64url')
/** The keys the lists pack, list by list, with a value of each that could be meant. */
const meant: Readonly<Record<string, string>> = {
  at: '2026-11-23T00:00:00Z',
  wrongAt: '2026-11-23T00:00:00Z',
  rank: '1',
  open: '1',
  shown: 'a',
  number: '1',
  flags: '1',
  n: '1',
  group: '1'
}
const lists = [
  ...[['id'], ['number'], ['at', 'id'], ['rank', 'at', 'id'], ['open', 'at', 'id'], ['at', 'shown'], ['flags', 'n', 'id']],
  ...[
    ['wrongAt', 'questionId'],
    ['at', 'group', 'rank', 'contestId'],
    ['rank', 'attemptId']
  ]
]
const strange = [
  '\u0000',
  '\ud800',
  '',
  '-1',
  '0.5',
  '5e-324',
  '1e999',
  '99999999999999999999',
  '0000-01-01T00:00:00Z',
  '+010000-01-01T00:00:00Z'
]
const cursorOf = (keys: readonly string[], changed: Record<string, unknown>) =>
  packed(Object.fromEntries(keys.map(key => [key, changed[key] ?? meant[key] ?? 'a'])))
/** Cursors that no list made: one key of them holds what a database cannot take. */
export const forgedCursors = [
  ...lists.flatMap(keys => keys.flatMap(key => strange.map(value => cursorOf(keys, { [key]: value })))),
  ...[packed({ at: 1, id: null }), packed({}), 'bnVsbA', 'AA', '_', '']
]

const hostile = [
  ...['', ' ', '__proto__', 'constructor', '\u0000', 'a\u0000b', '\ud800', '\udc00x', '\uffff', '\u202e反', '😀', '%', '\\', '$1'],
  ...["'; drop table areas; --", '9999-99-99', '1e309', '5e-324', 'NaN', 'x'.repeat(70), '长'.repeat(5_000)],
  ...['0000-01-01', '0000-01-01T00:00:00Z', '10000-01-01', '+010000-01-01T00:00:00Z', '9999-12-31T23:59:59-12:00', '2027-02-30'],
  ...forgedCursors
]
const plain = [
  ...['2026-11-23', '2026-12-01', '2028-02-29', '2026-11', '2026-11-23T10:00:00+08:00', '2026-11-24T10:00:00.000Z', '2026-12-01T08:00:00Z'],
  ...['1', '新的一行字', '居民说的话，够长的一句。', 'key-of-a-property', 'a1b2c3', '13800138000', 'delete']
]
const numbers = [0, 1, 2, 3, 5, 12, 40, 0.25, 2026, 115.6, 32.7, 1_000]
const hostileNumbers = [-1, -0, 0.5, 1.5, 5e-324, 1e308, Infinity, NaN, 2 ** 31, 2 ** 53, -(2 ** 31) - 1]

/** One out of ten is hostile; the others are of those the schema takes, where it takes any. */
const mostlyTaken = <T>(schema: Shape, taken: readonly T[], others: readonly T[], any: Arbitrary<unknown>): Arbitrary<unknown> => {
  const fitting = taken.filter(one => v.safeParse(schema as unknown as v.GenericSchema, one).success)
  return fc.oneof(
    { weight: 18, arbitrary: fc.constantFrom(...(fitting.length > 0 ? fitting : taken)) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
    { weight: 1, arbitrary: any }
  )
}

/**
 * Inputs of a shape, as people and programs would never send them and sometimes do: words that are known (ids of the city, codes) with
 * hostile ones among them, numbers at and beyond their edges. Many are refused, some are meant; the point is what is left standing.
 */
export function madeFrom(schema: unknown, known: KnownWords, field = ''): Arbitrary<unknown> {
  const shape = schema as Shape
  const make = (inner: unknown, name = field) => madeFrom(inner, known, name)
  switch (shape.type) {
    case 'string': {
      const ofField = field === 'cursor' ? forgedCursors : known.named?.[field]
      return mostlyTaken(shape, ofField ?? [...known.words, ...plain], hostile, fc.string({ unit: 'binary', maxLength: 12 }))
    }
    case 'number':
      return mostlyTaken(shape, numbers, hostileNumbers, fc.double())
    case 'boolean':
      return fc.boolean()
    case 'picklist':
      return fc.constantFrom(...(shape.options as readonly string[]))
    case 'literal':
      return fc.constant(shape.literal)
    case 'nullable':
      return fc.option(make(shape.wrapped), { nil: null })
    case 'optional':
      return fc.option(make(shape.wrapped), { nil: undefined })
    case 'array':
      return fc.array(make(shape.item), { minLength: 1, maxLength: 4 })
    case 'record':
      return fc.dictionary(make(shape.key) as Arbitrary<string>, make(shape.value), { maxKeys: 3 })
    case 'variant':
    case 'union':
      return fc.oneof(...(shape.options ?? []).map(option => make(option)))
    case 'object':
    case 'strict_object':
      return fc.record(Object.fromEntries(Object.entries(shape.entries ?? {}).map(([name, inner]) => [name, make(inner, name)])))
    default:
      return fc.anything()
  }
}
