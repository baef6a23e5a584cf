import type { FastifyRequest } from 'fastify'
import type { Caller } from '#server/operation'
import { personOfOpenid } from '#server/people/wechat-person'
import type { Product } from '#server/product'

const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

const tokenOf = (request: FastifyRequest) => /^Bearer (\S+)$/.exec(headerOf(request, 'authorization') ?? '')?.[1]

/**
 * The openid WeChat's gateway put on a container's request. Trusted only in the mode `wx-container`, whose deployment has its
 * public access closed; with resources shared by another mini-program the caller's own id stands in X-WX-FROM-OPENID.
 */
function openidOf(request: FastifyRequest, { settings }: Product): string | undefined {
  if (settings.IDENTITY !== 'wx-container') return undefined
  return headerOf(request, settings.WX_SHARED_RESOURCES === 'yes' ? 'x-wx-from-openid' : 'x-wx-openid')
}

/** Who is calling over HTTP: the identity mode of the deployment decides what counts, never whatever header is there. */
export async function identify(request: FastifyRequest, product: Product, now: Date): Promise<Caller | undefined> {
  const openid = openidOf(request, product)
  if (openid) return product.callers.find(await product.database.write(writing => personOfOpenid(writing, openid, now)))
  const token = tokenOf(request)
  const session = token && (await product.sessions.read(token, now))
  return session ? product.callers.find(session.personId, session) : undefined
}

/** What requests are counted by: the person where their token is good, else the address. */
export async function callerKey(request: FastifyRequest, product: Product): Promise<string> {
  const openid = openidOf(request, product)
  if (openid) return `openid:${openid}`
  const token = tokenOf(request)
  const personId = token && (await product.sessions.verify(token, product.now()))
  return personId ? `person:${personId}` : `address:${request.ip}`
}
