import autocannon from 'autocannon'

export interface Measured {
  name: string
  perSecond: number
  p50: number
  p99: number
  failed: number
}

type Request = autocannon.Request

export interface Load {
  name: string
  url: string
  connections: number
  seconds: number
  /** Not faster than this over all connections; as fast as it is answered where it is missing. */
  perSecondMax?: number
  /** Gives each request its body; called anew for every one. */
  body: () => { path: string; token?: string; input: unknown }
}

/** Runs one load against a server in another process and counts what was not answered with 200. */
export async function measure({ name, url, connections, seconds, perSecondMax, body }: Load): Promise<Measured> {
  const setupRequest = (request: Request): Request => {
    const { path, token, input } = body()
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    return { ...request, method: 'POST', path, headers, body: JSON.stringify(input) }
  }
  const pace = perSecondMax === undefined ? {} : { overallRate: perSecondMax, ignoreCoordinatedOmission: true }
  const result = await autocannon({ url, connections, duration: seconds, requests: [{ setupRequest }], ...pace })
  return {
    name,
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors
  }
}

const pad = (text: string, width: number) => text.padStart(width)

/** One line a row, numbers right-aligned; milliseconds for the percentiles. */
export const lineOf = ({ name, perSecond, p50, p99, failed }: Measured) =>
  `${name.padEnd(34)}${pad(perSecond.toFixed(0), 9)}${pad(p50.toFixed(0), 8)}${pad(p99.toFixed(0), 8)}${pad(String(failed), 8)}`

export const HEAD = `${''.padEnd(34)}${pad('req/s', 9)}${pad('p50 ms', 8)}${pad('p99 ms', 8)}${pad('failed', 8)}`
