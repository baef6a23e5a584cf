import type { FastifyInstance } from 'fastify'
import { describeApi } from '#server/open-api'
import type { Product } from '#server/product'

const READY_PER_MINUTE = 300

/** For operators and other programs: is it alive, can it work, what can it be asked. */
export function addStateRoutes(server: FastifyInstance, product: Product, isStopping: () => boolean): void {
  const unlimited = { config: { rateLimit: false } }
  // Several balancers may ask every second; a stranger who asks more often would have the database asked for nothing.
  const often = { config: { rateLimit: { max: READY_PER_MINUTE, timeWindow: 60_000 } } }
  let described: Promise<object> | undefined
  server.get('/healthz', unlimited, async () => ({ status: 'ok' }))
  server.get('/readyz', often, async (request, reply) => {
    if (isStopping()) return reply.code(503).send({ status: 'stopping' })
    try {
      await product.database.ping()
      // Every operation needs the city: a server that cannot build its map can answer nobody.
      await product.city.read()
      return { status: 'ready' }
    } catch (fault) {
      request.log.warn({ err: fault }, 'the database does not answer, or the city cannot be read from it')
      return reply.code(503).send({ status: 'not-ready' })
    }
  })
  server.get('/openapi.json', async () => (described ??= describeApi(product.settings.PUBLIC_URL)))
}
