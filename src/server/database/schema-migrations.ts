import { readMigrationFiles, type MigrationConfig, type MigrationMeta } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { PoolClient } from 'pg'

/** The generator writes the schema before every table that a key refers to; one city is one schema, so it must not be named. */
const unqualified = (statement: string) => statement.replaceAll('"public".', '')

interface Migrator {
  dialect: { migrate(migrations: MigrationMeta[], session: unknown, config: MigrationConfig): Promise<void> }
  session: unknown
}

/** The schema the connection works in; one that the address names and that is not there yet is made. */
async function workingSchema(client: PoolClient): Promise<string> {
  const asked = `select current_schema() as schema, current_setting('search_path') as path`
  const [found] = (await client.query<{ schema: string | null; path: string }>(asked)).rows
  if (found?.schema) return found.schema
  const named = found?.path.split(',')[0]?.trim().replace(/^"|"$/g, '') || 'public'
  await client.query(`create schema if not exists ${client.escapeIdentifier(named)}`)
  return named
}

/**
 * Brings the schema the connection works in up to date. Each schema has its own list of the migrations it went through: inside it, and in
 * `drizzle`, where it always was, for `public`.
 */
export async function migrateSchema(client: PoolClient, migrationsFolder: string): Promise<void> {
  const schema = await workingSchema(client)
  const config = { migrationsFolder, migrationsSchema: schema === 'public' ? 'drizzle' : schema }
  const migrations = readMigrationFiles(config).map(one => ({ ...one, sql: one.sql.map(unqualified) }))
  // What `migrate` of drizzle-orm/node-postgres/migrator does with the files as they are.
  const { dialect, session } = drizzle(client) as unknown as Migrator
  await dialect.migrate(migrations, session, config)
}
