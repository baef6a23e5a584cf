import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import { openCloudProduct } from '#server/cloud-product'
import type { Replied } from '#server/dispatch'
import type { Caller } from '#server/operation'
import { personOfOpenid } from '#server/people/wechat-person'
import type { Product } from '#server/product'
import { Refusal } from '#server/refusal'
import { readFunctionContext } from '#server/wechat/function-context'

/** What the mini-program sends with `wx.cloud.callFunction({ name: 'api', data })`. */
const Event = v.object({ operation: v.string(), input: v.optional(v.unknown()), token: v.optional(v.string()) })

let product: Product | undefined

/** In the mode `wx-function` WeChat says who is calling; in the others a session token does, as over HTTP. */
async function identify(opened: Product, openid: string | undefined, token: string | undefined, now: Date): Promise<Caller | undefined> {
  if (opened.settings.IDENTITY === 'wx-function') {
    if (!openid) return undefined
    return opened.callers.find(await opened.database.write(writing => personOfOpenid(writing, openid, now)))
  }
  const session = token && (await opened.sessions.read(token, now))
  return session ? opened.callers.find(session.personId, session) : undefined
}

/**
 * The cloud function `api`, which clients may call: the same dispatch as over HTTP, answering `{ status, body }`. Whatever an
 * event claims to be (a timer, a push of WeChat's), here it is a call like any other.
 */
export async function main(event: unknown): Promise<Replied> {
  const { openid } = readFunctionContext(process.env)
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
    identify: () => identify(opened, openid, token, now),
    requestId: randomUUID(),
    log: opened.log,
    now
  })
}
