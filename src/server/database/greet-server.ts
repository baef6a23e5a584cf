import { Client } from 'pg'
import { StartFault } from '#server/start-fault'

const OLDEST_VERSION = 140_000
const CONNECT_MILLISECONDS_MAX = 10_000

const messageOf = (fault: unknown): string => {
  if (fault instanceof AggregateError) return fault.errors.map(messageOf).join('; ')
  return fault instanceof Error ? fault.message : String(fault)
}

/** What the server or the network said, without the password should it stand there. */
function sentenceOf(fault: unknown, url: string): string {
  const { hostname, port, password, pathname } = new URL(url.replace('@/', '@localhost/'))
  const said = messageOf(fault).split('\n')[0] ?? ''
  const words = password ? said.replaceAll(password, '…').replaceAll(decodeURIComponent(password), '…') : said
  return `DATABASE_URL: ${hostname || 'localhost'}:${port || 5432}${pathname} cannot be opened: ${words}`
}

/**
 * Opens one connection and looks whether the product can work with what answers: a server that is not there, a wrong password, a
 * database that does not exist or a version that is too old are each a sentence.
 * @throws StartFault
 */
export async function greetServer(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MILLISECONDS_MAX })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>(`select current_setting('server_version_num')::int as version`)
    if ((rows[0]?.version ?? 0) < OLDEST_VERSION) throw new Error('PostgreSQL 14 or newer is needed')
  } catch (fault) {
    throw new StartFault(sentenceOf(fault, url))
  } finally {
    await client.end().catch(() => undefined)
  }
}
