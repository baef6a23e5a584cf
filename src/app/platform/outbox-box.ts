import { afterOffline, afterRefusal, dueEntries, retried, withoutBackOff, type OutboxEntry } from '#app/platform/outbox-queue'
import type { PhotoVault } from '#app/platform/photo-vault'
import { Offline, Refused } from '#app/platform/refused'
import type { KeyValueStore } from '#app/platform/storage'

const KEY = 'outbox'

/** Sends one entry; `photoPaths` are in the order they were enqueued. Returning means: the server has it. */
export type SendEntry = (entry: OutboxEntry, photoPaths: readonly string[]) => Promise<void>
export type Handlers = Record<string, SendEntry>

export interface NewEntry {
  kind: string
  payload: unknown
  /** Paths as the camera gave them; kept in the vault until sent. */
  photoPaths: readonly string[]
}

interface Surroundings {
  store: KeyValueStore
  vault: PhotoVault
  now: () => Date
  newId: () => string
  /** Runs `act` unless somebody else (another tab) is at it. */
  alone: (act: () => Promise<void>) => Promise<void>
  onChange: () => void
}

async function openPhotos(vault: PhotoVault, entry: OutboxEntry) {
  const paths: string[] = []
  for (const key of entry.photoKeys) {
    const path = await vault.open(key)
    if (path === undefined) throw new Refused('not-found', 'The phone has cleared a photo of this entry.')
    paths.push(path)
  }
  return paths
}

/** The queue of things to send, on any storage. `outbox.ts` is the one on this phone. */
export function makeOutbox({ store, vault, now, newId, alone, onChange }: Surroundings) {
  let flushing: Promise<void> | undefined

  const list = () => store.read<OutboxEntry[]>(KEY) ?? []
  const save = (entries: OutboxEntry[]) => {
    store.write(KEY, entries)
    onChange()
  }
  const change = (id: string, act: (entry: OutboxEntry) => OutboxEntry) => save(list().map(entry => (entry.id === id ? act(entry) : entry)))

  async function enqueue({ kind, payload, photoPaths }: NewEntry): Promise<OutboxEntry> {
    const photoKeys = await Promise.all(photoPaths.map(path => vault.keep(path)))
    const entry: OutboxEntry = { id: newId(), kind, createdAt: now().toISOString(), payload, photoKeys, attempts: 0 }
    save([...list(), entry])
    return entry
  }

  async function remove(id: string) {
    const entry = list().find(one => one.id === id)
    save(list().filter(one => one.id !== id))
    for (const key of entry?.photoKeys ?? []) await vault.remove(key)
  }

  /** Answers whether the server was reached, so that a dead line is not asked once per entry. */
  async function sendOne(entry: OutboxEntry, send: SendEntry): Promise<boolean> {
    try {
      await send(entry, await openPhotos(vault, entry))
      await remove(entry.id)
      return true
    } catch (error) {
      if (error instanceof Refused) {
        const { code, message, data } = error
        change(entry.id, kept => afterRefusal(kept, { code, message, ...(data && { data }) }, now()))
        return true
      }
      change(entry.id, kept => afterOffline(kept, now()))
      return !(error instanceof Offline)
    }
  }

  async function flushAll(handlers: Handlers) {
    const seen = new Set<string>()
    for (;;) {
      // Read anew each time: another tab may have sent or dropped one meanwhile.
      const next = dueEntries(list(), now()).find(entry => !seen.has(entry.id) && entry.kind in handlers)
      const send = next && handlers[next.kind]
      if (!send) return
      seen.add(next.id)
      if (!(await sendOne(next, send))) return
    }
  }

  /** Sends what is due, one after another; a second call while one runs joins it. */
  function flush(handlers: Handlers): Promise<void> {
    flushing ??= alone(() => flushAll(handlers)).finally(() => {
      flushing = undefined
    })
    return flushing
  }

  return {
    list,
    enqueue,
    remove,
    flush,
    retry: (id: string) => change(id, retried),
    forgetBackOff: () => save(withoutBackOff(list()))
  }
}
