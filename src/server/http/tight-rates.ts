import type { FastifyInstance, FastifyRequest } from 'fastify'
import { networkOf } from '#server/http/caller-network'
import type { Product } from '#server/product'
import { refuse } from '#server/refusal'

/**
 * What nobody needs often, and what costs a call to WeChat or a row for anybody who asks, or tells strangers where something is: so often
 * a minute from one address.
 */
const PER_MINUTE: Readonly<Record<string, number>> = {
  'people/signInWeChat': 30,
  'people/startDesktopSignIn': 30,
  'reports/findSimilarReports': 30
}

/**
 * A rate of their own for the operations that anybody may call and that leave something behind.
 * @returns checks a request; throws Refusal `too-many`.
 */
export function tightRates(server: FastifyInstance, product: Product): (request: FastifyRequest, operation: string) => Promise<void> {
  if (product.settings.IDENTITY === 'demo') return async () => undefined
  const limits = new Map(
    Object.entries(PER_MINUTE).map(([operation, max]) => [
      operation,
      server.createRateLimit({ max, timeWindow: 60_000, keyGenerator: request => `${operation} ${networkOf(request.ip)}` })
    ])
  )
  return async (request, operation) => {
    const limit = await limits.get(operation)?.(request)
    if (limit && !limit.isAllowed && limit.isExceeded) refuse('too-many')
  }
}
