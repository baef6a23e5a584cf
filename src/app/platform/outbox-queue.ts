/** Something the person has sent that the server has not answered yet. */
export interface OutboxEntry<Payload = unknown> {
  id: string
  /** Which handler sends it, e.g. `submit-report`. */
  kind: string
  createdAt: string
  /** Holds the idempotency key, so that sending twice counts once. */
  payload: Payload
  /** Keys in the photo vault. */
  photoKeys: readonly string[]
  attempts: number
  /** ISO time before which it is not tried again. */
  notBefore?: string
  /** The code of the last "no" that time cures: it is tried again by itself at `notBefore`. */
  passingRefusal?: string
  /** The server said no: it stays here, with the reason, until the person decides. */
  refusal?: { code: string; message: string; data?: Record<string, unknown> }
}

const BACK_OFF_FIRST_MILLISECONDS = 5_000
const BACK_OFF_MAX_MILLISECONDS = 5 * 60_000
/** A "no" that time cures. Everything else waits for the person. */
const PASSING_REFUSALS: readonly string[] = ['too-many', 'unexpected']
const PASSING_ATTEMPTS_MAX = 6
/** No limit of the server reaches further; a phone whose clock is wrong waits no longer than this. */
const TOLD_WAIT_MAX_MILLISECONDS = 24 * 3_600_000

export const needsAttention = (entry: OutboxEntry) => entry.refusal !== undefined

/** What to send now, oldest first. */
export const dueEntries = <Entry extends OutboxEntry>(entries: readonly Entry[], now: Date): Entry[] =>
  entries
    .filter(entry => !needsAttention(entry) && (entry.notBefore === undefined || new Date(entry.notBefore) <= now))
    .sort((one, other) => one.createdAt.localeCompare(other.createdAt))

/** Milliseconds before the next attempt: 5 s, doubling, at most 5 min. */
export const backOffMilliseconds = (attempts: number) =>
  Math.min(BACK_OFF_MAX_MILLISECONDS, BACK_OFF_FIRST_MILLISECONDS * 2 ** Math.max(0, attempts - 1))

/** The server was not reached: it stays queued and is tried later. */
export function afterOffline<Entry extends OutboxEntry>(entry: Entry, now: Date): Entry {
  const attempts = entry.attempts + 1
  const notBefore = new Date(now.getTime() + backOffMilliseconds(attempts)).toISOString()
  return { ...entry, attempts, notBefore, passingRefusal: undefined }
}

/** When the server said it would take more (`data.retryAt`, ISO), as milliseconds since 1970; undefined where it did not say. */
function toldRetryAt({ code, data }: NonNullable<OutboxEntry['refusal']>): number | undefined {
  const at = code === 'too-many' && typeof data?.retryAt === 'string' ? Date.parse(data.retryAt) : NaN
  return Number.isNaN(at) ? undefined : at
}

/**
 * The server said no: tried again where time cures it, otherwise marked and kept. One that was told when to come back
 * (`too-many` with `data.retryAt`) waits until then, and never asks for attention.
 */
export function afterRefusal<Entry extends OutboxEntry>(entry: Entry, refusal: NonNullable<OutboxEntry['refusal']>, now: Date): Entry {
  const backedOff = { ...afterOffline(entry, now), passingRefusal: refusal.code }
  const told = toldRetryAt(refusal)
  if (told !== undefined) {
    const first = now.getTime() + BACK_OFF_FIRST_MILLISECONDS
    const notBefore = new Date(Math.min(Math.max(told, first), now.getTime() + TOLD_WAIT_MAX_MILLISECONDS)).toISOString()
    return { ...backedOff, notBefore }
  }
  const isPassing = PASSING_REFUSALS.includes(refusal.code) && entry.attempts + 1 < PASSING_ATTEMPTS_MAX
  return isPassing ? backedOff : { ...entry, attempts: entry.attempts + 1, passingRefusal: undefined, refusal }
}

/** The person says "send it again": due at once. */
export function retried<Entry extends OutboxEntry>(entry: Entry): Entry {
  return { ...entry, attempts: 0, notBefore: undefined, passingRefusal: undefined, refusal: undefined }
}

/** The network is back: nobody waits out a back-off that was for a dead line. What the server asked to wait for stays. */
export const withoutBackOff = <Entry extends OutboxEntry>(entries: readonly Entry[]): Entry[] =>
  entries.map(entry => (needsAttention(entry) || entry.passingRefusal ? entry : { ...entry, notBefore: undefined }))

/** Milliseconds until the next entry is due; undefined where nothing waits. */
export function nextDueMilliseconds(entries: readonly OutboxEntry[], now: Date): number | undefined {
  const waits = entries
    .filter(entry => !needsAttention(entry))
    .map(entry => Math.max(0, (entry.notBefore ? new Date(entry.notBefore).getTime() : 0) - now.getTime()))
  return waits.length ? Math.min(...waits) : undefined
}
