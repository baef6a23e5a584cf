import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import type { AnyProcedure } from '@orpc/server'
import type { Logger } from 'pino'
import { unforeseeableChance } from '#server/chance'
import { buildCity, keepCity, type CityBook } from '#server/city'
import type { Database, Writing } from '#server/database/database'
import { createDispatch, type Dispatch } from '#server/dispatch'
import { signDocuments } from '#server/documents/document-address'
import type { DemoPeople } from '#server/operation'
import type { ShareRectangle } from '#server/files/photo-rules'
import { redactFile } from '#server/files/redact-file'
import { openReading, type ReadAside } from '#server/read-aside'
import { signAddresses } from '#server/files/file-addresses'
import { rememberCallers, type Callers } from '#server/people/callers'
import { openSessions, secretFile, secretFileOfDemo, secretFromEnvironment, type SecretShelf, type Sessions } from '#server/people/sessions'
import type { Chance } from '#server/quizzes/learning/draw-rules'
import type { Settings } from '#server/settings'
import { diskStorage } from '#server/storage/disk-storage'
import { s3Storage } from '#server/storage/s3-storage'
import type { Storage } from '#server/storage/storage'
import { keyFile, keysFromEnvironment, openCertificateKeys, type CertificateKeys } from '#server/volunteering/certificates/certificate-keys'
import { connectWeChat, withoutWeChat, type WeChat } from '#server/wechat/wechat'

/** The product put together once, for whichever shell runs it. */
export interface Product {
  settings: Settings
  database: Database
  city: CityBook
  storage: Storage
  sessions: Sessions
  certificateKeys: CertificateKeys
  callers: Callers
  wechat: WeChat
  readAside: ReadAside
  dispatch: Dispatch
  /** The clock every shell reads: the machine's, or the one a test sets. */
  now: () => Date
  log: Logger
}

function openStorage(settings: Settings, now: () => Date): Storage {
  if (!settings.STORAGE_BUCKET_URL) return diskStorage(join(settings.DATA_DIR, 'files'))
  return s3Storage({
    bucketUrl: settings.STORAGE_BUCKET_URL,
    region: settings.STORAGE_REGION ?? '',
    accessKeyId: settings.STORAGE_ACCESS_KEY ?? '',
    secretAccessKey: settings.STORAGE_SECRET_KEY ?? '',
    now
  })
}

/** A demo never shares a secret with a city: what it signed is worth nothing once the same address serves one. */
function secretOf({ IDENTITY, SESSION_SECRET: secret }: Settings): string | undefined {
  return secret && IDENTITY === 'demo' ? createHmac('sha256', secret).update('demo').digest('base64url') : secret
}

function openShelf(settings: Settings): SecretShelf {
  const secret = secretOf(settings)
  if (secret) return secretFromEnvironment(secret)
  return settings.IDENTITY === 'demo' ? secretFileOfDemo(settings.DATA_DIR, !settings.DATABASE_URL) : secretFile(settings.DATA_DIR)
}

/** As with the session secret: whoever shares one from the environment keeps no disk. */
function openKeys(settings: Settings): CertificateKeys {
  const { CERTIFICATE_KEYS: keys, DATA_DIR: directory } = settings
  const secret = secretOf(settings)
  return openCertificateKeys(keys || secret ? keysFromEnvironment(keys, secret) : keyFile(directory))
}

function openWeChat({ WX_APP_ID: appId, WX_APP_SECRET: appSecret, ...settings }: Settings): WeChat {
  if (!appId || !appSecret) return withoutWeChat
  return connectWeChat({ appId, appSecret, reminderTemplateId: settings.WX_REMINDER_TEMPLATE_ID, origin: settings.WX_API_ORIGIN })
}

/** What the shell that starts the product hands in; tests hand in stand-ins for what lies outside. */
export interface ProductParts {
  storage?: Storage
  wechat?: WeChat
  demoPeople?: DemoPeople
  chance?: Chance
  operations?: Readonly<Record<string, AnyProcedure>>
}

/** Puts database, storage and secrets together. `now` is the one clock of everything that runs on the product. */
export function assembleProduct(settings: Settings, database: Database, log: Logger, now: () => Date, parts: ProductParts = {}): Product {
  const city = keepCity(database.reading, now)
  const storage = parts.storage ?? openStorage(settings, now)
  const sessions = openSessions(openShelf(settings), now())
  const certificateKeys = openKeys(settings)
  const callers = rememberCallers(database)
  const wechat = parts.wechat ?? openWeChat(settings)
  const readAside = openReading()
  const lasting = {
    settings,
    readCity: city.read,
    storage,
    sessions,
    addresses: signAddresses(sessions, settings.PUBLIC_URL),
    documents: signDocuments(sessions, settings.PUBLIC_URL),
    certificateKeys,
    wechat,
    readAside,
    chance: parts.chance ?? unforeseeableChance,
    demoPeople: parts.demoPeople,
    redactFile: (fileId: string, rectangles: readonly ShareRectangle[]) => redactFile(storage, fileId, rectangles),
    forgetCaller: callers.forget,
    forgetCity: city.forget,
    buildCity: (writing: Writing) => buildCity(writing, now())
  }
  const dispatch = createDispatch(database, lasting, parts.operations)
  return { settings, database, city, storage, sessions, certificateKeys, callers, wechat, readAside, dispatch, now, log }
}
