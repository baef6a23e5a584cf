import { resolve } from 'node:path'
import * as v from 'valibot'
import { identityModes } from '#contract/people'
import { canSign, readKeySet } from '#server/volunteering/certificates/key-set'

const port = v.pipe(v.string(), v.regex(/^\d{1,5}$/, 'a port number'), v.transform(Number), v.maxValue(65535, 'a port number'))
const count = (least: number) =>
  v.pipe(v.string(), v.regex(/^\d+$/, 'a whole number'), v.transform(Number), v.minValue(least, `at least ${least}`))
const filled = v.pipe(v.string(), v.minLength(1))
const address = v.pipe(v.string(), v.url('an address'))

const Environment = v.object({
  NODE_ENV: v.optional(v.picklist(['production', 'development', 'test']), 'development'),
  HOST: v.optional(filled, '127.0.0.1'),
  PORT: v.optional(port, '3000'),
  DATA_DIR: v.optional(filled, './data'),
  DATABASE_URL: v.optional(filled),
  DATABASE_POOL_SIZE: v.optional(count(1), '10'),
  IDENTITY: v.optional(v.picklist(identityModes, `one of ${identityModes.join(', ')}`)),
  PUBLIC_URL: v.optional(address),
  SESSION_SECRET: v.optional(v.pipe(v.string(), v.minLength(32, 'at least 32 characters'))),
  CERTIFICATE_KEYS: v.optional(
    v.pipe(
      v.string(),
      v.check(keys => !!readKeySet(keys), 'a JSON Web Key Set of Ed25519 keys')
    )
  ),
  WX_APP_ID: v.optional(filled),
  WX_APP_SECRET: v.optional(filled),
  WX_REMINDER_TEMPLATE_ID: v.optional(filled),
  WX_SHARED_RESOURCES: v.optional(v.picklist(['yes', 'no']), 'no'),
  STORAGE_BUCKET_URL: v.optional(address),
  STORAGE_REGION: v.optional(filled),
  STORAGE_ACCESS_KEY: v.optional(filled),
  STORAGE_SECRET_KEY: v.optional(filled),
  RATE_LIMIT_PER_MINUTE: v.optional(count(1), '1200'),
  MIGRATIONS_DIR: v.optional(filled, './src/server/database/migrations'),
  CONTENT_DIR: v.optional(filled, './content'),
  TRUST_PROXY: v.optional(v.picklist(['yes', 'no']), 'no'),
  LOG_LEVEL: v.optional(v.picklist(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']), 'warn')
})

/** Thrown at start-up with every fault of the environment named at once; values are never repeated. */
export class SettingsFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The environment is not complete:\n${faults.map(fault => `  - ${fault}`).join('\n')}`)
    this.name = 'SettingsFault'
  }
}

type Parsed = v.InferOutput<typeof Environment>

/** What is missing only beside something else. Asked of the raw words too, so that it is named together with what does not parse. */
function missingTogether(env: Partial<Record<keyof Parsed, unknown>>): string[] {
  const faults: string[] = []
  const identity = env.IDENTITY ?? 'demo'
  if (env.NODE_ENV === 'production' && !env.IDENTITY) faults.push('IDENTITY: say who signs people in, there is no default in production')
  if (env.NODE_ENV === 'production' && env.IDENTITY === 'demo')
    faults.push('IDENTITY: demo lets anybody be anybody and is refused in production')
  if (identity === 'wx-login' && !env.WX_APP_ID) faults.push('WX_APP_ID: needed where IDENTITY=wx-login')
  if (identity === 'wx-login' && !env.WX_APP_SECRET) faults.push('WX_APP_SECRET: needed where IDENTITY=wx-login')
  if (typeof env.CERTIFICATE_KEYS === 'string' && !env.SESSION_SECRET && !canSign(readKeySet(env.CERTIFICATE_KEYS) ?? []))
    faults.push('CERTIFICATE_KEYS: one of the keys must be able to sign (have `d`) where SESSION_SECRET is not set')
  if (env.STORAGE_BUCKET_URL)
    for (const name of ['STORAGE_REGION', 'STORAGE_ACCESS_KEY', 'STORAGE_SECRET_KEY'] as const)
      if (!env[name]) faults.push(`${name}: needed where STORAGE_BUCKET_URL is set`)
  return faults
}

/** Reads the environment once. Empty strings count as unset, as compose files write them. */
export function readSettings(environment: NodeJS.ProcessEnv) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = v.safeParse(Environment, given)
  const unread = parsed.issues?.map(issue => `${v.getDotPath(issue)}: ${issue.message.replace(/ but received .*/s, '')}`) ?? []
  const faults = [...unread, ...missingTogether(given)]
  if (!parsed.success || faults.length > 0) throw new SettingsFault(faults)
  const env = parsed.output
  return { ...env, IDENTITY: env.IDENTITY ?? 'demo', DATA_DIR: resolve(env.DATA_DIR) }
}

export type Settings = ReturnType<typeof readSettings>
