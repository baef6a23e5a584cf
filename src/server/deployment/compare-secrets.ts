import type { Logger } from 'pino'
import type { Database } from '#server/database/database'
import { findDeployment, recordDeployment } from '#server/deployment/deployment-store'
import type { Sessions } from '#server/people/sessions'
import type { Settings } from '#server/settings'

const FINGERPRINT_LENGTH = 16

interface Compared {
  database: Database
  sessions: Sessions
  settings: Pick<Settings, 'IDENTITY'>
  log: Logger
}

/** Of every secret this process still accepts, newest first. */
const fingerprintsOf = (sessions: Sessions) => sessions.keysFor('fingerprint of the secret').map(key => key.slice(0, FINGERPRINT_LENGTH))

/**
 * A process that starts says so where the database was last used with another secret, and leaves its own fingerprint there. The secret
 * may have been changed on purpose, so it starts all the same.
 * @returns a sentence for whoever started it, where the secrets differ.
 */
export async function introduceSecret({ database, sessions, settings, log }: Compared, now: Date): Promise<string | undefined> {
  const [newest = '', ...older] = fingerprintsOf(sessions)
  const found = await findDeployment(database.reading)
  await database.write(writing => recordDeployment(writing, { identity: settings.IDENTITY, secretFingerprint: newest }, now))
  if (!found || [newest, ...older].includes(found.secretFingerprint)) return undefined
  const words =
    'The session secret is not the one this database was last served with: people must sign in again. ' +
    'If another process still runs with the old one, the two refuse each other’s tokens and pictures; give both the same SESSION_SECRET.'
  log.warn(words)
  return words
}

/** Every minute: whether a process that started later serves this database with another secret. */
export async function compareSecrets({ database, sessions, settings, log }: Compared, now: Date): Promise<void> {
  const [newest = '', ...older] = fingerprintsOf(sessions)
  const found = await findDeployment(database.reading)
  if (found?.secretFingerprint === newest) return
  if (found && !older.includes(found.secretFingerprint))
    log.error('another process serves this database with another session secret; give all of them the same SESSION_SECRET')
  // A secret made anew after its thirty days, or the first start of this version.
  else await database.write(writing => recordDeployment(writing, { identity: settings.IDENTITY, secretFingerprint: newest }, now))
}
