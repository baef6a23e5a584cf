import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { AREA_FILE_BYTES_MAX } from '#contract/area-faults'
import type { RefusalBody, RefusalCode } from '#contract/refusals'
import { Refusal } from '#server/refusal'

const send = (reply: FastifyReply, refusal: Refusal) => reply.code(refusal.status).send(refusal.body)

/** What Fastify and its plugins say no to, in the product's own words. */
function codeOf(fault: FastifyError): RefusalCode | undefined {
  if (fault.statusCode === 429) return 'too-many'
  if (fault.code === 'FST_REQ_FILE_TOO_LARGE') return 'file-too-large'
  if (fault.statusCode !== undefined && fault.statusCode >= 400 && fault.statusCode < 500) return 'bad-input'
  return undefined
}

/** For faults before and around dispatch: broken JSON, too large a body, too many requests. */
export function replyToFault(fault: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  if (fault instanceof Refusal) return send(reply, fault)
  // Where people bring files of their own as input, they are told the limit; elsewhere nobody writes so much by hand.
  if (fault.code === 'FST_ERR_CTP_BODY_TOO_LARGE' && request.routeOptions.bodyLimit === AREA_FILE_BYTES_MAX)
    return send(reply, new Refusal('input-too-large', { bytesMax: AREA_FILE_BYTES_MAX }))
  const code = codeOf(fault)
  if (code === 'bad-input') return send(reply, new Refusal(code, { faults: [{ path: '', reason: 'not a request this server can read' }] }))
  if (code) return send(reply, new Refusal(code))
  request.log.error({ err: fault, requestId: request.id }, 'a request failed unexpectedly')
  const body: RefusalBody = { code: 'unexpected', message: 'Something went wrong on our side.', data: { requestId: request.id } }
  return reply.code(500).send(body)
}

export const replyNotFound = (_: FastifyRequest, reply: FastifyReply) => send(reply, new Refusal('not-found'))

const unreadable = JSON.stringify(new Refusal('bad-input', { faults: [{ path: '', reason: 'not a request this server can read' }] }).body)
/** For what is no HTTP at all, written to the connection as it stands. */
export const UNREADABLE = [
  'HTTP/1.1 400 Bad Request',
  'content-type: application/json; charset=utf-8',
  `content-length: ${Buffer.byteLength(unreadable)}`,
  'x-content-type-options: nosniff',
  'connection: close',
  '',
  unreadable
].join('\r\n')
