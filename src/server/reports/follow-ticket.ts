import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Sessions } from '#server/people/sessions'

const TICKET_KEYS = 'follow-ticket'
const HOUR_MILLISECONDS = 3_600_000

const signatureOf = (reportId: string, hour: number, key: string) =>
  createHmac('sha256', key).update(`${reportId} ${hour}`).digest('base64url').slice(0, 22)

/** Says that its holder was shown this report as a similar one; good for one to two hours. */
export function followTicket(sessions: Pick<Sessions, 'keysFor'>, reportId: string, now: Date): string {
  const [key = ''] = sessions.keysFor(TICKET_KEYS)
  return signatureOf(reportId, Math.floor(now.getTime() / HOUR_MILLISECONDS), key)
}

/** Whether a ticket is one for this report, of this hour or the one before. */
export function isFollowTicket(sessions: Pick<Sessions, 'keysFor'>, reportId: string, ticket: string, now: Date): boolean {
  const hour = Math.floor(now.getTime() / HOUR_MILLISECONDS)
  const given = Buffer.from(ticket)
  return sessions
    .keysFor(TICKET_KEYS)
    .flatMap(key => [hour, hour - 1].map(one => Buffer.from(signatureOf(reportId, one, key))))
    .some(made => made.length === given.length && timingSafeEqual(made, given))
}
