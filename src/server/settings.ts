import { resolve } from 'node:path'
import * as v from 'valibot'
import { identityModes } from '#contract/people'
import { inProgram } from '#server/program-root'
import { isPlace } from '#server/quizzes/bank/scope-rules'
import { canSign, readKeySet } from '#server/volunteering/certificates/key-set'

const port = v.pipe(v.string(), v.regex(/^\d{1,5}$/, 'a port number'), v.transform(Number), v.maxValue(65535, 'a port number'))
const count = (least: number) =>
  v.pipe(v.string(), v.regex(/^\d+$/, 'a whole number'), v.transform(Number), v.minValue(least, `at least ${least}`))
const filled = v.pipe(v.string(), v.minLength(1))
const oneOf = <const Words extends readonly string[]>(words: Words) => v.picklist(words, `one of ${words.join(', ')}`)
const address = v.pipe(
  v.string(),
  v.check(text => /^https?:\/\/[^/]/.test(text) && URL.canParse(text), 'an address that begins with https:// or http://')
)
/** libpq also takes an address with a user and no host, which stands for this machine. */
const isPostgres = (text: string) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text.replace('@/', '@localhost/'))
const database = v.pipe(v.string(), v.check(isPostgres, 'the address of a PostgreSQL, as postgresql://user:password@host:5432/name'))

const ip = v.pipe(v.string(), v.ip())

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.trim().split('/')
  if (!v.is(ip, address) || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (address.includes(':') ? 128 : 32))
}

/** Named by earlier versions; nothing in the mini-program sends its pictures that way. */
const UNBUILT_MODES = ['wx-container', 'wx-function']
const identity = v.pipe(
  v.string(),
  v.check(mode => !UNBUILT_MODES.includes(mode), 'wx-container and wx-function are not built yet; use wx-login'),
  v.picklist(identityModes, `one of ${identityModes.join(', ')}`)
)
/**
 * Who may say where a request came from: nobody, so many proxies before this server, or those of these networks. Believing everybody would let
 * a stranger write any address.
 */
const proxies = v.pipe(
  v.string(),
  v.check(
    text => text === 'no' || /^[1-9]$/.test(text) || text.split(',').every(isNetwork),
    'no, or how many proxies stand before this server (1–9), or their networks (10.0.0.0/8,192.168.1.4)'
  ),
  v.transform(text => (text === 'no' ? false : /^\d$/.test(text) ? Number(text) : text.split(',').map(network => network.trim())))
)
const place = v.pipe(v.string(), v.check(isPlace, 'names from the province down, as 浙江省/嘉兴市/海盐县'))

const Environment = v.object({
  NODE_ENV: v.optional(oneOf(['production', 'development', 'test']), 'development'),
  HOST: v.optional(filled, '127.0.0.1'),
  PORT: v.optional(port, '3000'),
  DATA_DIR: v.optional(filled, './data'),
  DATABASE_URL: v.optional(database),
  DATABASE_POOL_SIZE: v.optional(count(1), '10'),
  IDENTITY: v.optional(identity),
  PUBLIC_URL: v.optional(address),
  CITY_PLACE: v.optional(place),
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
  WX_API_ORIGIN: v.optional(address, 'https://api.weixin.qq.com'),
  STORAGE_BUCKET_URL: v.optional(address),
  STORAGE_REGION: v.optional(filled),
  STORAGE_ACCESS_KEY: v.optional(filled),
  STORAGE_SECRET_KEY: v.optional(filled),
  RATE_LIMIT_PER_MINUTE: v.optional(count(1), '1200'),
  MIGRATIONS_DIR: v.optional(filled, './src/server/database/migrations'),
  CONTENT_DIR: v.optional(filled, './content'),
  TRUST_PROXY: v.optional(proxies, 'no'),
  LOG_LEVEL: v.optional(oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']), 'warn')
})

/** Thrown at start-up with every fault of the environment named at once; values are never repeated. */
export class SettingsFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The environment is not complete:\n${faults.map(fault => `  - ${fault}`).join('\n')}`)
    this.name = 'SettingsFault'
  }
}

type Parsed = v.InferOutput<typeof Environment>

type Raw = Partial<Record<keyof Parsed, unknown>>

/** What serving people needs beside what the programs of an operator need. */
function missingToServe(env: Raw): string[] {
  const faults: string[] = []
  const isProduction = env.NODE_ENV === 'production'
  const isWeChat = env.IDENTITY === 'wx-login'
  if (isProduction && !env.IDENTITY) faults.push('IDENTITY: say who signs people in, there is no default in production')
  else if (env.DATABASE_URL && !env.IDENTITY)
    faults.push('IDENTITY: say who signs people in (wx-login, or demo to try things out), there is no default where DATABASE_URL is set')
  if (isProduction && env.IDENTITY === 'demo') faults.push('IDENTITY: demo lets anybody be anybody and is refused in production')
  if (isWeChat && !env.WX_APP_ID) faults.push('WX_APP_ID: needed where IDENTITY=wx-login')
  if (isWeChat && !env.WX_APP_SECRET) faults.push('WX_APP_SECRET: needed where IDENTITY=wx-login')
  if ((isProduction || isWeChat) && !env.PUBLIC_URL)
    faults.push('PUBLIC_URL: needed in production and where IDENTITY=wx-login; addresses of pictures and QR codes begin with it')
  if (isProduction && !env.SESSION_SECRET)
    faults.push('SESSION_SECRET: needed in production, the same for every process; without it each would make its own')
  return faults
}

/** What is missing only beside something else. Asked of the raw words too, so that it is named together with what does not parse. */
function missingTogether(env: Raw): string[] {
  const faults: string[] = []
  if (typeof env.CERTIFICATE_KEYS === 'string' && !env.SESSION_SECRET && !canSign(readKeySet(env.CERTIFICATE_KEYS) ?? []))
    faults.push('CERTIFICATE_KEYS: one of the keys must be able to sign (have `d`) where SESSION_SECRET is not set')
  if (env.STORAGE_BUCKET_URL)
    for (const name of ['STORAGE_REGION', 'STORAGE_ACCESS_KEY', 'STORAGE_SECRET_KEY'] as const)
      if (!env[name]) faults.push(`${name}: needed where STORAGE_BUCKET_URL is set`)
  return faults
}

/**
 * Reads the environment once. Empty strings count as unset, as compose files write them.
 * @param isServing false for an operator's program (migrations, accounts), which signs nobody in.
 * @throws SettingsFault naming everything that is missing or wrong, without any value.
 */
export function readSettings(environment: NodeJS.ProcessEnv, { isServing = true } = {}) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = v.safeParse(Environment, given, { abortPipeEarly: true })
  const unread = parsed.issues?.map(issue => `${v.getDotPath(issue)}: ${issue.message.replace(/ but received .*/s, '')}`) ?? []
  const faults = [...unread, ...(isServing ? missingToServe(given) : []), ...missingTogether(given)]
  if (!parsed.success || faults.length > 0) throw new SettingsFault(faults)
  const env = parsed.output
  // What comes with the program lies beside it, wherever it is started from; what somebody names is theirs.
  const beside = (name: 'MIGRATIONS_DIR' | 'CONTENT_DIR') => ({ [name]: name in given ? env[name] : inProgram(env[name]) })
  return {
    ...env,
    IDENTITY: env.IDENTITY ?? 'demo',
    DATA_DIR: resolve(env.DATA_DIR),
    ...beside('MIGRATIONS_DIR'),
    ...beside('CONTENT_DIR')
  }
}

export type Settings = ReturnType<typeof readSettings>
