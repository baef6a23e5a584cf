import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { tryLock } from 'fs-native-extensions'
import { StartFault } from '#server/start-fault'

/** Another process holds the data directory: PGlite would open it a second time without a word and damage it. */
export class DataDirectoryInUse extends StartFault {
  constructor(directory: string) {
    super(`The data directory ${directory} is in use by another process. Stop that one, or choose another with DATA_DIR.`)
    this.name = 'DataDirectoryInUse'
  }
}

/**
 * Takes the data directory for this process. The lock belongs to the open file, so the kernel gives it back however the
 * process ends, `kill -9` included.
 * @returns gives the directory back.
 */
export function lockDataDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const file = openSync(join(directory, '.lock'), 'a+')
  if (!tryLock(file)) {
    closeSync(file)
    throw new DataDirectoryInUse(directory)
  }
  return () => closeSync(file)
}
