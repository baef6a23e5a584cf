import { openServedDatabase } from '#server/database/served-database'
import { createLogger, describeFault } from '#server/logger'
import { assembleProduct, type Product } from '#server/product'
import { readSettings, SettingsFault } from '#server/settings'

/** Two connections an instance: functions scale by instances, the database does not. */
const POOL_SIZE = '2'

/** The product inside a cloud function: no disk that lasts, so database and secrets must be named, and PGlite is refused. */
export function openCloudProduct(environment: NodeJS.ProcessEnv): Product {
  const settings = readSettings({ DATABASE_POOL_SIZE: POOL_SIZE, ...environment })
  const missing = (['DATABASE_URL', 'SESSION_SECRET'] as const).filter(name => !settings[name])
  if (missing.length > 0) throw new SettingsFault(missing.map(name => `${name}: needed in a cloud function, which keeps no disk`))
  const log = createLogger(settings.LOG_LEVEL)
  const onIdleFault = (fault: Error) => log.warn({ err: describeFault(fault) }, 'an idle database connection was lost')
  // An instance answers one call at a time and sleeps in between: it would hear announcements too late.
  const database = openServedDatabase(settings.DATABASE_URL ?? '', settings.DATABASE_POOL_SIZE, onIdleFault, { isListening: false })
  return assembleProduct(settings, database, log, () => new Date())
}
