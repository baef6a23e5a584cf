import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import { openCloudProduct } from '#server/cloud-product'
import type { Replied } from '#server/dispatch'
import type { Caller } from '#server/operation'
import type { Product } from '#server/product'
import { Refusal } from '#server/refusal'

/** What a caller sends with `wx.cloud.callFunction({ name: 'api', data })`. The mini-program itself calls the HTTP server. */
const Event = v.object({ operation: v.string(), input: v.optional(v.unknown()), token: v.optional(v.string()) })

let product: Product | undefined

/** A session token says who is calling, as over HTTP; the openid of the call's context is not used. */
async function identify(opened: Product, token: string | undefined, now: Date): Promise<Caller | undefined> {
  const session = token && (await opened.sessions.read(token, now))
  return session ? opened.callers.find(session.personId, session) : undefined
}

/**
 * The cloud function `api`, which clients may call: the same dispatch as over HTTP, answering `{ status, body }`. Whatever an
 * event claims to be (a timer, a push of WeChat's), here it is a call like any other.
 */
export async function main(event: unknown): Promise<Replied> {
  product ??= openCloudProduct(process.env)
  const opened = product
  const asked = v.safeParse(Event, event)
  if (!asked.success) {
    const refusal = new Refusal('bad-input', { faults: [{ path: '', reason: 'an event with operation, input and token' }] })
    return { status: refusal.status, body: refusal.body }
  }
  const { operation, input, token } = asked.output
  const now = opened.now()
  return opened.dispatch({
    operation,
    input,
    identify: () => identify(opened, token, now),
    requestId: randomUUID(),
    log: opened.log,
    now
  })
}
