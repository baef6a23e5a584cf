import type { SQL } from 'drizzle-orm'
import type { Database } from '#server/database/database'

/** Asks the database itself, past the product: for what no operation may do or show. */
export async function askDatabase(database: Database, query: SQL): Promise<Record<string, unknown>[]> {
  const answer = (await database.write(writing => writing.execute(query))) as { rows: Record<string, unknown>[] }
  return answer.rows
}
