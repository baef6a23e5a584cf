import { Client } from 'pg'
import { CHANNEL, type Heard } from '#server/database/announcements'

const CONNECT_MILLISECONDS_MAX = 5_000
/** A probe that gets no answer within this is told so. */
const PING_MILLISECONDS_MAX = 3_000
const AGAIN_MILLISECONDS = 1_000

export interface SpareConnection {
  /** Hears the announcements of every process, and an empty one after a gap. Opens the connection; a lost one is opened again. */
  listen(heard: Heard): void
  /** Whether announcements arrive: false before the first and while the connection is lost. */
  isListening(): boolean
  /** Resolves when the database answers. Many at once are one question. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** Announced by a connection that begins to listen: what was announced before it did is unknown to its process. */
const ALL = ''

/**
 * One connection beside those that work, so that a probe never stands in the line of the transactions and announcements
 * arrive while all others are busy. It trusts itself only once it heard an announcement of its own: a connection through a pooler
 * that lends it anew for each statement never does.
 */
export function openSpareConnection(url: string, onIdleFault: (fault: Error) => void): SpareConnection {
  let connection: Promise<Client> | undefined
  let listener: Heard | undefined
  let isHeard = false
  let isClosed = false
  let again: NodeJS.Timeout | undefined
  let asked: Promise<void> | undefined

  const lose = (lost: Promise<Client>) => {
    if (connection !== lost) return
    connection = undefined
    isHeard = false
    if (!isClosed && listener) again = setTimeout(() => void open().catch(() => undefined), AGAIN_MILLISECONDS).unref()
  }
  const begin = async (client: Client) => {
    await client.connect()
    client.on('notification', ({ payload = ALL }) => {
      isHeard = true
      listener?.(payload)
    })
    await client.query(`listen ${CHANNEL}`)
    await client.query('select pg_notify($1, $2)', [CHANNEL, ALL])
    return client
  }
  function open(): Promise<Client> {
    if (connection) return connection
    const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MILLISECONDS_MAX })
    const opening = begin(client)
    connection = opening
    client.on('error', fault => {
      lose(opening)
      onIdleFault(fault)
    })
    client.on('end', () => lose(opening))
    opening.catch(() => {
      lose(opening)
      client.end().catch(() => undefined)
    })
    return opening
  }
  const askOnce = async () => {
    const client = await open()
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the database did not answer in time')), PING_MILLISECONDS_MAX)
    })
    await Promise.race([client.query('select 1'), late]).finally(() => clearTimeout(timer))
  }
  return {
    listen(heard) {
      listener = heard
      open().catch(() => undefined)
    },
    isListening: () => isHeard,
    ping() {
      asked ??= askOnce().finally(() => (asked = undefined))
      return asked
    },
    async close() {
      isClosed = true
      clearTimeout(again)
      await connection?.then(client => client.end()).catch(() => undefined)
    }
  }
}
