import type { FastifyInstance, FastifyReply } from 'fastify'
import { askPage, certificatePage, unknownPage, verifyPagePolicy } from '#server/http/verify-page'
import type { Product } from '#server/product'
import { readCode } from '#server/volunteering/certificates/certificate-rules'
import { verifiedCertificate } from '#server/volunteering/certificates/verified-certificate'

const KEYS_CACHE_SECONDS = 300

const sendPage = (reply: FastifyReply, html: string) =>
  reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', verifyPagePolicy)
    // A certificate may be revoked at any moment.
    .header('cache-control', 'no-store')
    .send(html)

/** The public page of a certificate, for any browser, without signing in; and the keys to verify one without it. */
export function addVerifyRoutes(server: FastifyInstance, product: Product): void {
  const answer = async (reply: FastifyReply, typed: string) => {
    const found = await verifiedCertificate(product.database.reading, product.certificateKeys, typed)
    return found ? sendPage(reply, certificatePage(found)) : sendPage(reply.code(404), unknownPage(typed))
  }
  server.get<{ Querystring: { code?: unknown } }>('/verify', async (request, reply) => {
    const { code: typed } = request.query
    if (typeof typed !== 'string' || typed.trim() === '') return sendPage(reply, askPage())
    const code = readCode(typed)
    return code ? reply.redirect(`/verify/${code}`, 303) : answer(reply, typed)
  })
  server.get<{ Params: { code: string } }>('/verify/:code', async (request, reply) => answer(reply, request.params.code))
  server.get('/.well-known/tongchuang-keys.json', async (_, reply) =>
    reply
      .header('cache-control', `public, max-age=${KEYS_CACHE_SECONDS}`)
      // Anybody's page may verify with them.
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .send({ keys: product.certificateKeys.published })
  )
}
