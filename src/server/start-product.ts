import { existsSync } from 'node:fs'
import type { Logger } from 'pino'
import { startClock } from '#server/clock'
import { demoCast, demoPeople } from '#server/demo/demo-cast'
import { seedDemoCity } from '#server/demo/seed-demo-city'
import { createHttpServer } from '#server/http/http-server'
import { openDatabase } from '#server/open-database'
import { assembleProduct } from '#server/product'
import { seedContent } from '#server/seed-content'
import type { Settings } from '#server/settings'

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

/** Opens the database, brings it up to date, fills it with the demo city where that is wanted, and serves everything. */
export async function startProduct(settings: Settings, log: Logger, say: (line: string) => void): Promise<Running> {
  const isDemo = settings.IDENTITY === 'demo'
  const now = () => new Date()
  const isFirst = !settings.DATABASE_URL && !existsSync(`${settings.DATA_DIR}/pg`)
  say(isFirst ? `Creating the embedded database in ${settings.DATA_DIR} …` : 'Opening the database …')
  const database = await openDatabase(settings, log)
  try {
    await database.migrate(settings.MIGRATIONS_DIR)
    const product = assembleProduct(settings, database, log, now, isDemo ? { demoPeople } : {})
    if (isDemo) await seedDemoCity(product, now(), say)
    else await database.write(writing => seedContent(writing, now(), settings.CONTENT_DIR))
    const server = await createHttpServer(product)
    const address = await server.listen({ host: settings.HOST, port: settings.PORT })
    const stopClock = startClock(product)
    say(`同创 is ready at ${address}`)
    if (isDemo) for (const line of demoLines()) say(line)
    say('Press Ctrl-C to stop.')
    return {
      address,
      async stop() {
        await server.close()
        await stopClock()
        await database.close()
      }
    }
  } catch (fault) {
    await database.close()
    throw fault
  }
}
