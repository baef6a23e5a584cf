import { OpenAPIGenerator, type ConditionalSchemaConverter } from '@orpc/openapi'
import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import { api } from '#contract/api'
import { refusals } from '#contract/refusals'

/** valibot → JSON Schema; what JSON Schema cannot say (trimming, own checks) is left to the server's refusals. */
const converter: ConditionalSchemaConverter = {
  condition: schema => schema !== undefined && schema['~standard'].vendor === 'valibot',
  convert: (schema, { strategy }) => {
    const typeMode = strategy === 'input' ? 'input' : 'output'
    return [true, toJsonSchema(schema as GenericSchema, { errorMode: 'ignore', typeMode }) as Exclude<object, boolean>]
  }
}

/** The OpenAPI 3.1 page of everything the product can be asked, made from the contract. */
export async function describeApi(publicUrl?: string): Promise<object> {
  const generator = new OpenAPIGenerator({ schemaConverters: [converter] })
  return generator.generate(api, {
    info: {
      title: '同创 Tongchuang',
      version: '1',
      description: `Every operation is POST with a JSON body. A refusal is 4xx with { code, message, data? }; codes: ${Object.keys(refusals).join(', ')}.`
    },
    servers: [{ url: `${(publicUrl ?? '').replace(/\/$/, '')}/api` }],
    components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
    security: [{ session: [] }]
  })
}
