import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import staticFiles from '@fastify/static'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify'
import { FILE_BYTES_MAX } from '#contract/files'
import { addApiRoute } from '#server/http/api-route'
import { addDocumentRoutes } from '#server/http/document-routes'
import { addFileRoutes } from '#server/http/file-routes'
import { addStateRoutes } from '#server/http/state-routes'
import { replyToFault, replyNotFound, UNREADABLE } from '#server/http/replies'
import { callerKey } from '#server/http/identify'
import { securityHeaders } from '#server/http/security-headers'
import { cutSlowBodies } from '#server/http/slow-bodies'
import { addVerifyRoutes } from '#server/http/verify-routes'
import type { Product } from '#server/product'
import { inProgram } from '#server/program-root'
import { refuseInput } from '#server/refusal'

/** JSON bodies: an input is small, pictures go another way; a file of areas has a limit of its own. */
const BODY_BYTES_MAX = 4 * 1024 * 1024
const H5_DIRECTORY = inProgram('dist/h5')

/** Nobody holds a connection for nothing: headers come at once, and a whole request, a large upload on a weak network included, in ten minutes. */
const TIMES = { headersTimeout: 20_000, requestTimeout: 600_000, idleTimeout: 60_000 } as const
/** Connections of one process; a proxy in front keeps a few open for all. */
const CONNECTIONS_MAX = 4_000

/** Everything that is not data is the H5 build. */
const isPage = (path: string) => !/^\/(api\/|files\/|documents\/|calendar\/|\.well-known\/|healthz|readyz|openapi\.json)/.test(path)

/** With two of them a proxy and this server may mean different hosts (RFC 9112, 3.2). */
const hasTwoHosts = ({ raw: { rawHeaders } }: FastifyRequest) =>
  rawHeaders.filter((word, place) => place % 2 === 0 && word.toLowerCase() === 'host').length > 1

/** So many proxies stand before this server, each adding who asked it at the end of `X-Forwarded-For`; or those of these networks do. */
const trustedBy = ({ TRUST_PROXY: trusted }: Product['settings']) =>
  typeof trusted === 'number' ? (_: string, hop: number) => hop < trusted : trusted

/** Said once: behind a proxy nobody told it of, the server counts everybody who is not signed in as one. */
function warnOfProxy(server: FastifyInstance, { settings, log }: Product): void {
  if (settings.TRUST_PROXY !== false) return
  let isWarned = false
  server.addHook('onRequest', (request, _, done) => {
    if (!isWarned && request.headers['x-forwarded-for'] !== undefined) {
      isWarned = true
      log.warn('X-Forwarded-For arrives and TRUST_PROXY is no: all who are not signed in share one limit of requests')
    }
    done()
  })
}

async function addProtection(server: FastifyInstance, product: Product, headers: ReturnType<typeof securityHeaders>): Promise<void> {
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(isPage(request.url) ? headers.page : headers.data).header('x-request-id', request.id)
    if (hasTwoHosts(request)) refuseInput('host', 'one Host header')
  })
  warnOfProxy(server, product)
  cutSlowBodies(server)
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
export async function createHttpServer(product: Product, isStopping = () => false): Promise<FastifyInstance> {
  const headers = securityHeaders(product.settings.PUBLIC_URL)
  // As Fastify's own logger type, so that the server is a plain FastifyInstance for everybody who adds routes to it.
  const loggerInstance: FastifyBaseLogger = product.log
  const server = Fastify({
    loggerInstance,
    // One line a request would be most of the log; faults are logged where they happen.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES_MAX,
    trustProxy: trustedBy(product.settings),
    ...{ requestTimeout: TIMES.requestTimeout, connectionTimeout: TIMES.idleTimeout, http: { headersTimeout: TIMES.headersTimeout } },
    // What is no address or no HTTP at all never reaches a route; it is answered like everything else.
    frameworkErrors(fault, request, reply) {
      void replyToFault(fault, request, reply.headers(headers.data))
    },
    clientErrorHandler(_, socket) {
      socket.end(UNREADABLE)
    },
    genReqId: () => randomUUID(),
    // A logger of its own for every request would compile the redaction anew each time; lines carry the request id instead.
    childLoggerFactory: logger => logger,
    forceCloseConnections: 'idle'
  })
  server.server.maxConnections = CONNECTIONS_MAX
  server.setErrorHandler(replyToFault)
  await addProtection(server, product, headers)
  addApiRoute(server, product)
  addFileRoutes(server, product)
  addDocumentRoutes(server, product)
  addVerifyRoutes(server, product)
  addStateRoutes(server, product, isStopping)
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
