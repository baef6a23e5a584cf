import type { AnySchema } from '@orpc/contract'
import * as v from 'valibot'

type Schema = v.GenericSchema
type ObjectSchema = v.ObjectSchema<v.ObjectEntries, undefined>
type ArraySchema = v.ArraySchema<Schema, undefined>
type OptionalSchema = v.OptionalSchema<Schema, undefined>
type NullableSchema = v.NullableSchema<Schema, undefined>
type UnionSchema = v.UnionSchema<Schema[], undefined>
type VariantSchema = v.VariantSchema<string, ObjectSchema[], undefined>
type RecordSchema = v.RecordSchema<v.GenericSchema<string, string>, Schema, undefined>

const entriesOf = (schema: Schema): Record<string, Schema> =>
  Object.fromEntries(Object.entries((schema as ObjectSchema).entries).map(([name, entry]) => [name, withoutBounds(entry)]))

/** How the kinds of schemas that hold others are made anew; every other kind stays as it is. */
const made: Record<string, (schema: Schema) => Schema> = {
  object: schema => v.object(entriesOf(schema)),
  strict_object: schema => v.strictObject(entriesOf(schema)),
  array: schema => v.array(withoutBounds((schema as ArraySchema).item)),
  optional: schema => v.optional(withoutBounds((schema as OptionalSchema).wrapped)),
  nullable: schema => v.nullable(withoutBounds((schema as NullableSchema).wrapped)),
  union: schema => v.union((schema as UnionSchema).options.map(withoutBounds)),
  variant: schema => v.variant((schema as VariantSchema).key, (schema as VariantSchema).options.map(withoutBounds) as ObjectSchema[]),
  record: schema => v.record(v.string(), withoutBounds((schema as RecordSchema).value))
}

function withoutBounds(schema: Schema): Schema {
  const [first] = 'pipe' in schema ? (schema as v.SchemaWithPipe<readonly [Schema]>).pipe : [schema]
  return first === schema ? (made[schema.type]?.(schema) ?? schema) : withoutBounds(first)
}

/**
 * What an answer must be like: its fields and their types, and no field more, so that nothing is told that the contract does not name. Lengths
 * and ranges are asked of what comes in only. A row from before a bound was narrowed is told as it stands; refusing it would shut everybody
 * out of the list it is in.
 */
export function toldShape(output: AnySchema): AnySchema {
  const told = known.get(output) ?? (withoutBounds(output as Schema) as AnySchema)
  known.set(output, told)
  return told
}

const known = new WeakMap<AnySchema, AnySchema>()
