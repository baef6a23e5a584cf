import type { FastifyInstance } from 'fastify'
import { describeApi } from '#server/open-api'
import type { Product } from '#server/product'

/** For operators and other programs: is it alive, can it work, what can it be asked. */
export function addStateRoutes(server: FastifyInstance, product: Product): void {
  const unlimited = { config: { rateLimit: false } }
  let described: Promise<object> | undefined
  server.get('/healthz', unlimited, async () => ({ status: 'ok' }))
  server.get('/readyz', unlimited, async (request, reply) => {
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
