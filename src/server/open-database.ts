import type { Logger } from 'pino'
import type { Database } from '#server/database/database'
import { openServedDatabase } from '#server/database/served-database'
import { greetServer } from '#server/database/greet-server'
import { describeFault } from '#server/logger'
import type { Settings } from '#server/settings'

/**
 * PostgreSQL where `DATABASE_URL` says so, else the embedded one in the data directory.
 * @throws StartFault, a sentence for whoever starts the program.
 */
export async function openDatabase(settings: Settings, log: Logger): Promise<Database> {
  if (settings.DATABASE_URL) {
    await greetServer(settings.DATABASE_URL)
    return openServedDatabase(settings.DATABASE_URL, settings.DATABASE_POOL_SIZE, fault =>
      log.warn({ err: describeFault(fault) }, 'an idle database connection was lost')
    )
  }
  // Loaded only here: a deployment with a server never needs the embedded engine.
  const { openEmbeddedDatabase } = await import('#server/database/embedded-database')
  return openEmbeddedDatabase(settings.DATA_DIR)
}
