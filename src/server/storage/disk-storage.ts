import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { assertStorageKey } from '#server/storage/storage'
import type { Storage } from '#server/storage/storage'

/** Keeps bytes as files under one folder, made on first use. For a single machine; several instances need S3. */
export function diskStorage(root: string): Storage {
  return {
    async put(key, bytes) {
      await writeWhole(pathOf(root, key), bytes)
    },
    async read(key) {
      return unlessMissing(readFile(pathOf(root, key)))
    },
    async open(key) {
      const file = await unlessMissing(open(pathOf(root, key), 'r'))
      if (!file) return undefined
      const { size } = await file.stat()
      return { stream: file.createReadStream(), size }
    },
    async remove(key) {
      await rm(pathOf(root, key), { force: true })
    }
  }
}

/** 65,536 folders share the files, so that none grows unwieldy; `+` stands for a slash and cannot occur in a key. */
function pathOf(root: string, key: string): string {
  assertStorageKey(key)
  const digest = createHash('sha256').update(key).digest('hex')
  return join(root, digest.slice(0, 2), digest.slice(2, 4), key.replaceAll('/', '+'))
}

/** A name is only ever given to bytes that are on the disk: written aside, forced out, then renamed. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true })
  const aside = join(folder, `.${randomUUID()}`)
  try {
    const file = await open(aside, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(aside, path)
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
  await syncFolder(folder)
}

/** The new name itself must outlive a power cut. Windows opens no folders and keeps names without this. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
