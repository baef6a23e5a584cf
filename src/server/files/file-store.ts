import { and, count, eq, gte, lt, sql } from 'drizzle-orm'
import type { FileVariant } from '#contract/files'
import type { Reading, Writing } from '#server/database/database'
import { files, fileViews } from '#server/files/files-tables'

export const keyOf = (fileId: string, variant: FileVariant) => `photos/${fileId}/${variant}.jpg`

/** Where the cells or words of an uploaded document stand. */
export const documentKeyOf = (fileId: string) => `documents/${fileId}.json`

export const insertFile = (writing: Writing, row: typeof files.$inferInsert) => writing.insert(files).values(row)

export const markRedacted = (writing: Writing, fileId: string) =>
  writing.update(files).set({ isRedacted: true }).where(eq(files.fileId, fileId))

export async function ownerOf(reading: Reading, fileId: string): Promise<string | undefined> {
  const [row] = await reading.select({ ownerId: files.ownerId }).from(files).where(eq(files.fileId, fileId))
  return row?.ownerId
}

/** How many files somebody sent up since then, and how many of them are used nowhere yet. */
export async function countFiles(reading: Reading, ownerId: string, since: Date): Promise<{ all: number; unattached: number }> {
  const [sent] = await reading
    .select({ all: count(), unattached: sql<number>`count(*) filter (where not ${files.isAttached})`.mapWith(Number) })
    .from(files)
    .where(and(eq(files.ownerId, ownerId), gte(files.createdAt, since)))
  return sent ?? { all: 0, unattached: 0 }
}

/** Notes that somebody looked at an original, once a day and picture. */
export const noteView = (writing: Writing, view: typeof fileViews.$inferInsert) =>
  writing.insert(fileViews).values(view).onConflictDoNothing()

export async function listAbandoned(reading: Reading, before: Date, limit: number): Promise<string[]> {
  const rows = await reading
    .select({ fileId: files.fileId })
    .from(files)
    .where(and(eq(files.isAttached, false), lt(files.createdAt, before)))
    .limit(limit)
  return rows.map(row => row.fileId)
}

/** Removes a row nobody took up meanwhile; false where somebody did. */
export async function deleteAbandoned(writing: Writing, fileId: string): Promise<boolean> {
  const deleted = await writing
    .delete(files)
    .where(and(eq(files.fileId, fileId), eq(files.isAttached, false)))
    .returning({ fileId: files.fileId })
  return deleted.length > 0
}
