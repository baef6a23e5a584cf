import Taro from '@tarojs/taro'
import { isOnline, onNetworkChange } from '#app/platform/network'
import { observed, useObserved } from '#app/platform/observed'
import { makeOutbox, type Handlers, type NewEntry } from '#app/platform/outbox-box'
import { nextDueMilliseconds, type OutboxEntry } from '#app/platform/outbox-queue'
import { photoVault } from '#app/platform/photo-vault'
import { storage } from '#app/platform/storage'

const SHORTEST_WAIT_MILLISECONDS = 1_000
const LOCK = 'tongchuang-outbox'

const entries = observed<readonly OutboxEntry[]>([])

/** Two tabs of one browser share the queue: only one of them sends at a time. */
async function alone(act: () => Promise<void>) {
  const locks = process.env.TARO_ENV === 'h5' ? (navigator.locks as LockManager | undefined) : undefined
  if (!locks) return act()
  await locks.request(LOCK, { ifAvailable: true }, async lock => {
    if (lock) await act()
  })
}

const box = makeOutbox({
  store: storage,
  vault: photoVault,
  now: () => new Date(),
  newId: () => newKey('out'),
  alone,
  onChange: () => entries.set(box.list())
})

let handlers: Handlers | undefined
let timer: ReturnType<typeof setTimeout> | undefined

async function flush() {
  if (!handlers) return
  clearTimeout(timer)
  if (isOnline()) await box.flush(handlers)
  const wait = nextDueMilliseconds(box.list(), new Date())
  if (wait !== undefined) timer = setTimeout(() => void flush(), Math.max(SHORTEST_WAIT_MILLISECONDS, wait))
}

/** A key nobody else will choose: for `idempotencyKey` and for entries. */
export const newKey = (prefix: string) =>
  `${prefix}-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}${Math.random().toString(36).slice(2, 6)}`

/**
 * Starts sending: now, when the network returns, when the app shows again, and by a timer with back-off. Called once,
 * by `app.tsx`, with a handler for each kind.
 */
export function startOutbox(given: Handlers) {
  handlers = given
  entries.set(box.list())
  onNetworkChange(isOnlineNow => {
    if (!isOnlineNow) return
    box.forgetBackOff()
    void flush()
  })
  if (process.env.TARO_ENV === 'h5') {
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void flush())
    window.addEventListener('storage', () => entries.set(box.list()))
  } else Taro.onAppShow(() => void flush())
  void flush()
}

export const outbox = {
  list: box.list,
  remove: box.remove,
  /** Keeps it over a restart and begins to send it; resolves once it is kept, not once it is sent. */
  async enqueue(entry: NewEntry): Promise<OutboxEntry> {
    const kept = await box.enqueue(entry)
    void flush()
    return kept
  },
  /** "Send it again" on an entry that needs attention. */
  retry(id: string) {
    box.retry(id)
    void flush()
  },
  /** Sends what is due now; resolves when the round is over. */
  flush
}

/** What waits, of one kind or all. */
export function useOutbox(kind?: string): readonly OutboxEntry[] {
  const all = useObserved(entries)
  return kind ? all.filter(entry => entry.kind === kind) : all
}
