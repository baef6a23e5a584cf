import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import staticFiles from '@fastify/static'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { FILE_BYTES_MAX } from '#contract/files'
import { addApiRoute } from '#server/http/api-route'
import { addDocumentRoutes } from '#server/http/document-routes'
import { addFileRoutes } from '#server/http/file-routes'
import { addStateRoutes } from '#server/http/state-routes'
import { replyToFault, replyNotFound } from '#server/http/replies'
import { callerKey } from '#server/http/identify'
import { securityHeaders } from '#server/http/security-headers'
import { addVerifyRoutes } from '#server/http/verify-routes'
import type { Product } from '#server/product'

/** JSON bodies: an input is small, pictures go another way; a file of areas has a limit of its own. */
const BODY_BYTES_MAX = 4 * 1024 * 1024
const H5_DIRECTORY = resolve('dist/h5')

/** Everything that is not data is the H5 build. */
const isPage = (path: string) => !/^\/(api\/|files\/|documents\/|calendar\/|\.well-known\/|healthz|readyz|openapi\.json)/.test(path)

async function addProtection(server: FastifyInstance, product: Product): Promise<void> {
  const headers = securityHeaders(product.settings.PUBLIC_URL)
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(isPage(request.url) ? headers.page : headers.data).header('x-request-id', request.id)
  })
  await server.register(rateLimit, {
    global: true,
    max: product.settings.RATE_LIMIT_PER_MINUTE,
    timeWindow: 60_000,
    // Whoever is within the limit need not read about it in every reply; whoever is over it learns when to come back.
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false, 'retry-after': true },
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    keyGenerator: request => callerKey(request, product),
    // Signing in to the demo is open to any number of people behind one address.
    allowList: request => product.settings.IDENTITY === 'demo' && request.url === '/api/people/signInDemo'
  })
  await server.register(multipart, { limits: { fileSize: FILE_BYTES_MAX + 1, files: 1, fields: 4, parts: 6 } })
}

/** One HTTP server for everything: the H5 build, the API, pictures, and what an operator asks. */
export async function createHttpServer(product: Product): Promise<FastifyInstance> {
  // As Fastify's own logger type, so that the server is a plain FastifyInstance for everybody who adds routes to it.
  const loggerInstance: FastifyBaseLogger = product.log
  const server = Fastify({
    loggerInstance,
    // One line a request would be most of the log; faults are logged where they happen.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES_MAX,
    trustProxy: product.settings.TRUST_PROXY === 'yes',
    genReqId: () => randomUUID(),
    // A logger of its own for every request would compile the redaction anew each time; lines carry the request id instead.
    childLoggerFactory: logger => logger,
    forceCloseConnections: 'idle'
  })
  server.setErrorHandler(replyToFault)
  await addProtection(server, product)
  addApiRoute(server, product)
  addFileRoutes(server, product)
  addDocumentRoutes(server, product)
  addVerifyRoutes(server, product)
  addStateRoutes(server, product)
  if (existsSync(H5_DIRECTORY))
    await server.register(staticFiles, {
      root: H5_DIRECTORY,
      cacheControl: false,
      setHeaders(reply, path) {
        // Hashed names never change their content; the page that names them is asked for every time.
        reply.setHeader('cache-control', /\.[0-9a-f]{8}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
      }
    })
  server.setNotFoundHandler(replyNotFound)
  return server
}
