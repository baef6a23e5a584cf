import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { people, type Persona, type Role } from '#contract/people'
import { PASSED_OVER, tick } from '#server/clock'
import type { Database } from '#server/database/database'
import { demoPeople } from '#server/demo/demo-cast'
import { seedDemoFoundation } from '#server/demo/seed-demo-city'
import { seededRandom } from '#server/demo/seeded-random'
import { createHttpServer } from '#server/http/http-server'
import { createLogger } from '#server/logger'
import { addGrant } from '#server/people/person-store'
import { assembleProduct, type Product } from '#server/product'
import { readBankFiles } from '#server/quizzes/bank/bank-files'
import { seedBank } from '#server/quizzes/bank/seed-bank'
import { readSettings, type Settings } from '#server/settings'
import { diskStorage } from '#server/storage/disk-storage'
import type { Storage } from '#server/storage/storage'
import type { WeChat } from '#server/wechat/wechat'
import { askThrough, type Actor, type Send } from '#world/actor'
import { openFreshDatabase } from '#world/fresh-database'
import { memoryStorage } from '#world/memory-storage'
import { onlyOutside, rememberingTransactions } from '#world/no-waiting'

/** A Monday morning, half an hour after the offices opened. */
export const START = '2026-11-23T09:00:00+08:00'

export interface WorldOptions {
  /** Where the world's clock stands at first. */
  at?: string | Date
  environment?: NodeJS.ProcessEnv
  wechat?: WeChat
  /** On a disk where the bytes must be real files; in memory otherwise. */
  storesOnDisk?: boolean
  /** Without the demo foundation: an empty city. */
  isEmpty?: boolean
  /** What is drawn at random comes out the same for the same seed. */
  seed?: number
  /** With the bank of questions that comes with the product. */
  hasBank?: boolean
}

export interface GrantOf {
  areaId?: string
  unitId?: string
}

export interface World {
  product: Product
  database: Database
  storage: Storage
  settings: Settings
  dataDirectory: string
  /** Everything the product logged, line by line. */
  logLines: string[]
  readonly now: Date
  /** Sets the clock, e.g. `at('2026-11-23T09:00+08:00')`. */
  at(moment: string | Date): void
  later(by: { days?: number; hours?: number; minutes?: number }): void
  /** Somebody of the cast; a handle makes a distinct person of that persona. */
  as(persona: Persona, handle?: string): Promise<Actor>
  /** A resident nobody has met before. */
  newcomer(): Promise<Actor>
  /** A member of staff with exactly these grants. */
  staff(role: Role, ...grants: GrantOf[]): Promise<Actor>
  /** Gives somebody one role more. */
  grant(actor: Actor, role: Role, ...grants: GrantOf[]): Promise<Actor>
  /** Nobody: asks without having signed in. */
  nobody: Omit<Actor, 'person' | 'token'>
  /** The actor a token stands for. */
  withToken(token: string): Omit<Actor, 'person' | 'token'>
  /** Everything that happens by itself up to now. */
  tick(): Promise<void>
  serve(): Promise<FastifyInstance>
  close(): Promise<void>
}

/** A city of its own for one test file: fresh database, the demo foundation, a clock that stands still. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'tongchuang-world-'))
  const settings = readSettings({ NODE_ENV: 'test', DATA_DIR: dataDirectory, LOG_LEVEL: 'debug', ...options.environment })
  const logLines: string[] = []
  const log = createLogger(settings.LOG_LEVEL, { write: line => void logLines.push(line) })
  const storage = onlyOutside('storage', options.storesOnDisk ? diskStorage(join(dataDirectory, 'files')) : memoryStorage())
  let now = new Date(options.at ?? START)
  const database = rememberingTransactions(await openFreshDatabase())
  const chance = seededRandom(options.seed ?? 1).next
  const product = assembleProduct(settings, database, log, () => now, {
    storage,
    demoPeople,
    chance,
    ...(options.wechat && { wechat: onlyOutside('wechat', options.wechat) })
  })
  if (!options.isEmpty) await seedDemoFoundation(product, now)
  if (options.hasBank) await database.write(async writing => seedBank(writing, now, await readBankFiles('content')))
  const servers: FastifyInstance[] = []
  const moveClock = (moment: string | Date) => {
    now = new Date(moment)
    // A server that had been running all the while would have done so.
    product.sessions.rotate(now)
  }

  const sendAs = (token?: string): Send => {
    const identify = async () => {
      const session = token && (await product.sessions.read(token, now))
      return session ? product.callers.find(session.personId, session) : undefined
    }
    return async (operation, input) => {
      const replied = await product.dispatch({ operation, input, identify, requestId: randomUUID(), log, now })
      if (replied.status === 500) throw new Error(`${operation} failed: ${logLines.at(-1)}`)
      return replied
    }
  }
  const withToken = (token?: string) => ({ send: sendAs(token), ask: askThrough(sendAs(token)) })
  const as = async (persona: Persona, handle?: string): Promise<Actor> => {
    const session = await withToken().ask(people.signInDemo)({ persona, ...(handle && { handle }) })
    return { ...session, ...withToken(session.token) }
  }
  let newcomers = 0
  const newcomer = () => as('resident', `newcomer-${++newcomers}`)

  const grant = async (actor: Actor, role: Role, ...grants: GrantOf[]) => {
    const { personId } = actor.person
    await database.write(async writing => {
      for (const one of grants) await addGrant(writing, { grantId: randomUUID(), personId, role, grantedAt: now, ...one })
    })
    product.callers.forget(personId)
    return actor
  }

  return {
    ...{ product, database, storage, settings, dataDirectory, logLines, as, newcomer, withToken },
    get now() {
      return now
    },
    at: moveClock,
    later: ({ days = 0, hours = 0, minutes = 0 }) => moveClock(new Date(now.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000)),
    nobody: withToken(),
    grant,
    staff: async (role, ...grants) => grant(await newcomer(), role, ...grants),
    async tick() {
      const logged = logLines.length
      await tick(product, now)
      // What the clock passes over in a city is a fault in a test.
      const passedOver = logLines.slice(logged).find(line => line.includes(PASSED_OVER))
      if (passedOver) throw new Error(passedOver)
    },
    async serve() {
      const server = await createHttpServer(product)
      servers.push(server)
      return server
    },
    async close() {
      for (const server of servers) await server.close()
      await database.close()
      rmSync(dataDirectory, { recursive: true, force: true })
    }
  }
}
