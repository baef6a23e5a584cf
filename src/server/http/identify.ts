import type { FastifyRequest } from 'fastify'
import { networkOf } from '#server/http/caller-network'
import type { Caller } from '#server/operation'
import type { Product } from '#server/product'

const tokenOf = (request: FastifyRequest) => /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]

/** Who is calling over HTTP: a session token says so, never a header that a gateway might have put there. */
export async function identify(request: FastifyRequest, product: Product, now: Date): Promise<Caller | undefined> {
  const token = tokenOf(request)
  const session = token && (await product.sessions.read(token, now))
  return session ? product.callers.find(session.personId, session) : undefined
}

/** What requests are counted by: the person where their token is good, else the address. */
export async function callerKey(request: FastifyRequest, product: Product): Promise<string> {
  const token = tokenOf(request)
  const personId = token && (await product.sessions.verify(token, product.now()))
  return personId ? `person:${personId}` : `address:${networkOf(request.ip)}`
}
