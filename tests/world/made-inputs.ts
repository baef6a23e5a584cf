import fc, { type Arbitrary } from 'fast-check'

/** As much of a valibot schema as says what it takes. */
interface Shape {
  type: string
  entries?: Record<string, Shape>
  item?: Shape
  wrapped?: Shape
  options?: readonly (Shape | string)[]
  literal?: unknown
}

const hostile = [
  '',
  ' ',
  '__proto__',
  'constructor',
  '\u0000',
  '\u202e反',
  '😀',
  "'; drop table areas; --",
  '9999-99-99',
  '1e309',
  'x'.repeat(70)
]
const dates = ['2026-11-23', '2026-12-01', '2027-02-30', '0000-01-01', '2028-02-29']

/**
 * Inputs of a shape, as people and programs would never send them and sometimes do: words from `known` (ids of the city, codes) among
 * hostile ones, numbers at and beyond their edges. Most are refused, some are meant; the point is what is left standing afterwards.
 */
export function madeFrom(schema: unknown, known: readonly string[]): Arbitrary<unknown> {
  const shape = schema as Shape
  const make = (inner: unknown) => madeFrom(inner, known)
  switch (shape.type) {
    case 'string':
      return fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...known) },
        { weight: 1, arbitrary: fc.constantFrom(...hostile) },
        { weight: 2, arbitrary: fc.constantFrom(...dates) },
        { weight: 1, arbitrary: fc.string({ maxLength: 12 }) }
      )
    case 'number':
      return fc.oneof(
        fc.integer({ min: -2, max: 50 }),
        fc.constantFrom(0.25, 2000, 2001, -0, 1e308, 115.6, 32.7),
        fc.double({ noNaN: true })
      )
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
      return fc.array(make(shape.item), { minLength: 1, maxLength: 5 })
    case 'variant':
    case 'union':
      return fc.oneof(...(shape.options ?? []).map(make))
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(shape.entries ?? {}).map(([name, inner]) => [name, make(inner)])))
    default:
      return fc.constant({})
  }
}
