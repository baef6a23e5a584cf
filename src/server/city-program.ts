import type { Database } from '#server/database/database'
import { createLogger } from '#server/logger'
import { openDatabase } from '#server/open-database'
import { INVITATION_DAYS } from '#server/people/invitation'
import { seedContent } from '#server/seed-content'
import { readSettings } from '#server/settings'

/** Opens the city's database from a command, up to date with what every city starts from, and closes it again. */
export async function withCityDatabase(work: (database: Database, now: Date) => Promise<void>): Promise<void> {
  const settings = readSettings(process.env, { isServing: false })
  const now = new Date()
  const database = await openDatabase(settings, createLogger(settings.LOG_LEVEL))
  try {
    await database.migrate(settings.MIGRATIONS_DIR)
    await database.write(writing => seedContent(writing, now, settings.CONTENT_DIR))
    await work(database, now)
  } finally {
    await database.close()
  }
}

/** What whoever runs the command reads and passes on. */
export const wordsOfInvitation = (code: string) =>
  `The code for its admin, good once and for ${INVITATION_DAYS} days: ${code}
Whoever is to be admin signs in and enters it in 我的 · 输入邀请码.
`
