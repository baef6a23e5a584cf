import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { openServedDatabase } from '#server/database/served-database'
import { assembleProduct, type Product } from '#server/product'
import { askThrough, type Ask, type Send } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { isOnPostgres } from '#world/fresh-database'
import type { World } from '#world/world'

/** The product once more over the same city, as another process has it, with caches and connections of its own. */
export interface SecondProcess {
  product: Product
  as: (token: string) => { ask: Ask; send: Send }
  close: () => Promise<void>
}

async function openSecondDatabase(world: World) {
  if (!isOnPostgres) return { database: world.database, close: async () => undefined }
  const [{ current }] = (await askDatabase(world.database, sql`select current_database() as current`)) as [{ current: string }]
  const address = new URL(process.env.TEST_POSTGRES_URL as string)
  address.pathname = `/${current}`
  const database = openServedDatabase(address.toString(), 5, () => undefined)
  return { database, close: () => database.close() }
}

export async function openSecondProcess(world: World): Promise<SecondProcess> {
  const { database, close } = await openSecondDatabase(world)
  const { storage, settings } = world
  const product = assembleProduct(settings, database, world.product.log, () => world.now, { storage })
  const sendAs = (token: string): Send => {
    const identify = async () => {
      const session = await product.sessions.read(token, world.now)
      return session && product.callers.find(session.personId, session)
    }
    return (operation, input) => product.dispatch({ operation, input, identify, requestId: randomUUID(), log: product.log, now: world.now })
  }
  return {
    product,
    as: token => ({ send: sendAs(token), ask: askThrough(sendAs(token)) }),
    async close() {
      product.callers.close()
      await close()
    }
  }
}
