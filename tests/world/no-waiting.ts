import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database } from '#server/database/database'

const inside = new AsyncLocalStorage<true>()

/** The database, remembering who is inside a transaction of it. */
export const rememberingTransactions = (database: Database): Database => ({
  ...database,
  write: work => database.write(writing => inside.run(true, () => work(writing)))
})

/** Something that lies outside the process: asked from inside a transaction it fails the test, for there everybody would wait with it. */
export const onlyOutside = <T extends object>(name: string, thing: T): T =>
  new Proxy(thing, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver)
      if (typeof value !== 'function') return value
      return (...given: unknown[]): unknown => {
        if (inside.getStore()) throw new Error(`${name}.${String(key)} was called inside a transaction`)
        return Reflect.apply(value, target, given)
      }
    }
  })
