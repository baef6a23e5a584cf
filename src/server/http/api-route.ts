import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AREA_FILE_BYTES_MAX } from '#contract/area-faults'
import { identify } from '#server/http/identify'
import { tightRates } from '#server/http/tight-rates'
import { isCityAdmin } from '#server/operation'
import type { Product } from '#server/product'
import { refuse } from '#server/refusal'

/** Operations that take a whole file of areas as their input. */
const AREA_FILE_OPERATIONS = ['importAreas', 'previewImport'] as const

/** Before a byte of it is read: a large input is taken from an admin of the city alone, for anybody else the door is not there. */
const onlyForCityAdmins = (product: Product) => async (request: FastifyRequest) => {
  const caller = (await identify(request, product, product.now())) ?? refuse('not-signed-in')
  if (!isCityAdmin(caller, await product.city.read())) refuse('not-found')
}

/** `POST /api/<noun>/<operation>`: JSON in, JSON out, every operation alike. */
export function addApiRoute(server: FastifyInstance, product: Product): void {
  const checkRate = tightRates(server, product)
  const answer = async (operation: string, request: FastifyRequest, reply: FastifyReply) => {
    const now = product.now()
    await checkRate(request, operation)
    const replied = await product.dispatch({
      operation,
      input: request.body,
      identify: () => identify(request, product, now),
      requestId: request.id,
      log: product.log,
      now
    })
    return reply.code(replied.status).header('cache-control', 'no-store').send(replied.body)
  }
  server.post<{ Params: { noun: string; operation: string } }>('/api/:noun/:operation', (request, reply) =>
    answer(`${request.params.noun}/${request.params.operation}`, request, reply)
  )
  for (const operation of AREA_FILE_OPERATIONS)
    server.post(`/api/places/${operation}`, { bodyLimit: AREA_FILE_BYTES_MAX, onRequest: onlyForCityAdmins(product) }, (request, reply) =>
      answer(`places/${operation}`, request, reply)
    )
}
