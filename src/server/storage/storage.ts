import type { Readable } from 'node:stream'

/** Where bytes are kept by name. Keys are `isStorageKey`s; what is not there is undefined, everything else that fails is thrown. */
export interface Storage {
  /** Writes whole or not at all; whoever reads meanwhile gets the former bytes or the new ones. */
  put(key: string, bytes: Uint8Array): Promise<void>
  read(key: string): Promise<Uint8Array | undefined>
  /** For answers: nothing is held in memory. The stream must be read or destroyed. `size` is in bytes. */
  open(key: string): Promise<{ stream: Readable; size: number } | undefined>
  /** Removing what is not there is no fault. */
  remove(key: string): Promise<void>
}

const KEY = /^[A-Za-z0-9_][\w.-]*(\/[A-Za-z0-9_][\w.-]*)*$/
const KEY_LENGTH_MAX = 180

/** Parts of letters, digits, `_`, `-` and `.` between slashes, none beginning with a dot: `photos/0199/thumbnail.jpg`. */
export const isStorageKey = (key: string): boolean => key.length <= KEY_LENGTH_MAX && KEY.test(key)

/** @throws RangeError, because a key is made by the server: a bad one is a mistake or an attack, never a refusal. */
export function assertStorageKey(key: string): void {
  if (!isStorageKey(key)) throw new RangeError('Not a storage key.')
}
