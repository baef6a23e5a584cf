import { createORPCClient, type ClientLink } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import Taro from '@tarojs/taro'
import type { Api } from '#contract/api'
import { deployment } from '#app/platform/deployment'
import { Offline, refusedFrom } from '#app/platform/refused'
import { noteServerTime } from '#app/platform/server-clock'
import { readToken, tokenWasRefused } from '#app/platform/token'

const TIMEOUT_MILLISECONDS = 12_000
const NOT_SIGNED_IN_STATUS = 401
const FIRST_GATEWAY_STATUS = 502
const LAST_GATEWAY_STATUS = 504

interface Reply {
  status: number
  body: unknown
  requestId?: string
}

async function callByHttps(operation: string, input: unknown): Promise<Reply> {
  const token = readToken()
  const response = await Taro.request<unknown>({
    url: `${deployment.apiBase}/api/${operation}`,
    method: 'POST',
    data: input ?? {},
    header: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    timeout: TIMEOUT_MILLISECONDS
  })
  const headers = response.header as Record<string, string | undefined>
  noteServerTime(headers.date ?? headers.Date)
  return { status: response.statusCode, body: response.data, requestId: headers['x-request-id'] ?? headers['X-Request-Id'] }
}

/** A gateway that answers in the server's stead has decided nothing, so it counts as not reached. */
const isAnswered = (status: number) => status > 0 && (status < FIRST_GATEWAY_STATUS || status > LAST_GATEWAY_STATUS)

async function send(operation: string, input: unknown): Promise<unknown> {
  const token = readToken()
  let reply: Reply
  try {
    reply = await callByHttps(operation, input)
  } catch {
    throw new Offline()
  }
  if (!isAnswered(reply.status)) throw new Offline()
  if (reply.status === 200) return reply.body
  if (reply.status === NOT_SIGNED_IN_STATUS) tokenWasRefused(token)
  throw refusedFrom(reply.status, reply.body, reply.requestId)
}

type Context = Record<never, never>
const link: ClientLink<Context> = { call: (path, input) => send(path.join('/'), input) }

/**
 * The server, typed by the contract: `await call.reports.getReport({ reportId })`.
 * Throws `Refused` where the server says no and `Offline` where it was not reached.
 */
export const call: ContractRouterClient<Api, Context> = createORPCClient(link)
