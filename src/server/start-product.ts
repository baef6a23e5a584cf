import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { startClock } from '#server/clock'
import { demoCast, demoPeople } from '#server/demo/demo-cast'
import { seedDemoCity } from '#server/demo/seed-demo-city'
import { belongsToCity } from '#server/deployment/belongs-to-city'
import { introduceSecret } from '#server/deployment/compare-secrets'
import { createHttpServer } from '#server/http/http-server'
import { openDatabase } from '#server/open-database'
import { assembleProduct, type Product } from '#server/product'
import { listCategoryRows } from '#server/reports/category-store'
import { ContentFault, seedContent } from '#server/seed-content'
import type { Settings } from '#server/settings'
import { StartFault } from '#server/start-fault'

type Say = (line: string) => void

export interface Running {
  address: string
  stop(): Promise<void>
}

function demoLines(): string[] {
  return [
    'Demo people (sign in on 我的):',
    ...Object.values(demoCast).map(one => `  ${one.persona.padEnd(11)} ${one.displayName}  ${one.description}`)
  ]
}

const DEMO_ON_CITY = 'IDENTITY: this database belongs to a city whose people sign in through WeChat; the demo is refused on it'

const whyNotListening: Readonly<Record<string, string>> = {
  EADDRINUSE: 'PORT: another program listens there already',
  EACCES: 'PORT: this account may not listen there; ports below 1024 need more rights',
  EADDRNOTAVAIL: 'HOST: this machine has no such address',
  ENOTFOUND: 'HOST: this name leads to no address',
  EAI_AGAIN: 'HOST: this name leads to no address'
}

/** @throws StartFault where a folder that a setting names is not what the product needs. */
function checkFolders({ DATA_DIR, MIGRATIONS_DIR, CONTENT_DIR }: Settings): void {
  if (!existsSync(join(MIGRATIONS_DIR, 'meta/_journal.json'))) throw new StartFault('MIGRATIONS_DIR: no migrations lie there')
  if (!existsSync(CONTENT_DIR)) throw new StartFault('CONTENT_DIR: there is no such folder')
  try {
    mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 })
    accessSync(DATA_DIR, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    throw new StartFault('DATA_DIR: no folder can be made there, or this account may not write into it')
  }
}

/** @throws StartFault where HOST and PORT are what is wrong. */
function refuseListening(fault: unknown, { HOST, PORT }: Settings): never {
  const sentence = fault instanceof Error && 'code' in fault && typeof fault.code === 'string' && whyNotListening[fault.code]
  throw sentence ? new StartFault(`${sentence} (${HOST}:${PORT})`) : fault
}

/** Between saying on /readyz that it stops and stopping: a balancer that asks every two seconds has seen it. */
const NOTICE_MILLISECONDS = 3_000
/** Longer than any operation; whoever is still sending then is cut off. */
const CLOSING_MILLISECONDS_MAX = 5_000

async function closeInTime(server: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => server.server.closeAllConnections(), CLOSING_MILLISECONDS_MAX)
  await server.close()
  clearTimeout(cut)
}

/** A file of content that cannot be taken stops a city that has none yet. One that lives goes on with what it has, and the log says so. */
async function bringContent({ database, log }: Pick<Product, 'database' | 'log'>, { CONTENT_DIR }: Settings, now: Date, say: Say) {
  try {
    await database.write(writing => seedContent(writing, now, CONTENT_DIR))
  } catch (fault) {
    if (!(fault instanceof ContentFault) || (await listCategoryRows(database.reading)).length === 0) throw fault
    log.error({ err: fault }, 'the content that came with this version was not taken')
    say(`${fault.message}. Nothing of this folder was taken; the city goes on with the content it has.`)
  }
}

/** Opens the database, brings it up to date, fills it with the demo city where that is wanted, and serves everything. */
export async function startProduct(settings: Settings, log: Logger, say: Say): Promise<Running> {
  const isDemo = settings.IDENTITY === 'demo'
  const now = () => new Date()
  checkFolders(settings)
  const isFirst = !settings.DATABASE_URL && !existsSync(`${settings.DATA_DIR}/pg`)
  say(isFirst ? `Creating the embedded database in ${settings.DATA_DIR} …` : 'Opening the database …')
  const database = await openDatabase(settings, log)
  try {
    await database.migrate(settings.MIGRATIONS_DIR)
    if (isDemo && (await belongsToCity(database.reading))) throw new StartFault(DEMO_ON_CITY)
    const product = assembleProduct(settings, database, log, now, isDemo ? { demoPeople } : {})
    const warned = await introduceSecret(product, now())
    if (warned) say(warned)
    if (isDemo) await seedDemoCity(product, now(), say)
    else await bringContent(product, settings, now(), say)
    let isStopping = false
    const server = await createHttpServer(product, () => isStopping)
    const address = await server
      .listen({ host: settings.HOST, port: settings.PORT })
      .catch((fault: unknown) => refuseListening(fault, settings))
    const stopClock = startClock(product)
    say(`同创 is ready at ${address}`)
    if (isDemo) for (const line of demoLines()) say(line)
    say('Press Ctrl-C to stop.')
    return {
      address,
      async stop() {
        isStopping = true
        log.warn('the server stops: it answers what is under way and takes nothing new')
        if (settings.NODE_ENV === 'production') await delay(NOTICE_MILLISECONDS)
        await closeInTime(server)
        await stopClock()
        await database.close()
      }
    }
  } catch (fault) {
    await database.close()
    throw fault
  }
}
