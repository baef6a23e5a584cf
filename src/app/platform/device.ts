import { newKey } from '#app/platform/outbox'
import { storage } from '#app/platform/storage'

const KEY = 'device'

/** A random name this phone keeps for itself. It says nothing of the phone or its owner; it only stays the same. */
export function deviceId(): string {
  const kept = storage.read<string>(KEY)
  if (kept) return kept
  const made = newKey('device')
  storage.write(KEY, made)
  return made
}
