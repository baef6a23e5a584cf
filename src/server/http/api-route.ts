import type { FastifyInstance } from 'fastify'
import { identify } from '#server/http/identify'
import { tightRates } from '#server/http/tight-rates'
import type { Product } from '#server/product'

/** `POST /api/<noun>/<operation>`: JSON in, JSON out, every operation alike. */
export function addApiRoute(server: FastifyInstance, product: Product): void {
  const checkRate = tightRates(server, product)
  server.post<{ Params: { noun: string; operation: string } }>('/api/:noun/:operation', async (request, reply) => {
    const now = product.now()
    const { noun, operation } = request.params
    await checkRate(request, `${noun}/${operation}`)
    const replied = await product.dispatch({
      operation: `${noun}/${operation}`,
      input: request.body,
      identify: () => identify(request, product, now),
      requestId: request.id,
      log: product.log,
      now
    })
    return reply.code(replied.status).header('cache-control', 'no-store').send(replied.body)
  })
}
