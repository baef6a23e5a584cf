import type { Database } from '#server/database/database'
import { insertFile } from '#server/files/file-store'
import { holdPeople } from '#server/people/session-store'
import { refuse } from '#server/refusal'
import type { Storage } from '#server/storage/storage'

/** Makes the row of a file whose bytes are stored already; of somebody who deleted their account meanwhile nothing stays. */
export async function addFile(
  { database, storage }: { database: Database; storage: Storage },
  row: Parameters<typeof insertFile>[1],
  storedAs: readonly string[]
): Promise<void> {
  const isKept = await database.write(async writing => {
    const isThere = (await holdPeople(writing, [row.ownerId], 'beside-others')).has(row.ownerId)
    if (isThere) await insertFile(writing, row)
    return isThere
  })
  if (isKept) return
  for (const key of storedAs) await storage.remove(key)
  refuse('not-signed-in')
}
