import { Readable } from 'node:stream'
import { assertStorageKey, type Storage } from '#server/storage/storage'

/** Bytes by name in memory, with the manners of the real ones. */
export function memoryStorage(): Storage & { keys(): string[] } {
  const kept = new Map<string, Uint8Array>()
  return {
    async put(key, bytes) {
      assertStorageKey(key)
      kept.set(key, bytes)
    },
    read: async key => kept.get(key),
    async open(key) {
      const bytes = kept.get(key)
      return bytes && { stream: Readable.from([Buffer.from(bytes)]), size: bytes.byteLength }
    },
    async remove(key) {
      kept.delete(key)
    },
    keys: () => [...kept.keys()]
  }
}
