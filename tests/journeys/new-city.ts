import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { startFreshPostgres } from '#world/fresh-postgres'
import { callsTo, startProduct, type ServedProduct } from './served-product'

const runProgram = promisify(execFile)

/** WeChat's server, as far as signing in goes: a login code becomes the openid of whoever holds it. */
async function standInForWeChat(): Promise<{ origin: string; server: Server }> {
  const server = createServer((request, response) => {
    const code = new URL(request.url ?? '/', 'http://wechat').searchParams.get('js_code') ?? ''
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ openid: `openid-of-${code}`, session_key: 'key' }))
  })
  await new Promise<void>(settle => server.listen(0, '127.0.0.1', settle))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

async function emptyDatabase(adminUrl: string): Promise<string> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  await client.query('create database city')
  await client.end()
  return Object.assign(new URL(adminUrl), { pathname: '/city' }).href
}

export interface NewCity extends Pick<ServedProduct, 'address' | 'call' | 'upload' | 'jump' | 'stop'> {
  /** What the command that made the city printed. */
  printed: string
}

/**
 * A city as its technician sets it up: an empty PostgreSQL, `npm run city:create` with these words, and the built server in production.
 * WeChat is a stand-in. Nothing of the demo city is there.
 */
export async function makeCity(words: readonly string[]): Promise<NewCity> {
  const [postgres, wechat, dataDirectory] = await Promise.all([
    startFreshPostgres(),
    standInForWeChat(),
    mkdtemp(join(tmpdir(), 'tongchuang-new-city-'))
  ])
  const settings = {
    NODE_ENV: 'production',
    DATABASE_URL: await emptyDatabase(postgres.adminUrl),
    IDENTITY: 'wx-login',
    WX_APP_ID: 'wx-app',
    WX_APP_SECRET: 'app-secret',
    WX_API_ORIGIN: wechat.origin,
    SESSION_SECRET: 'a secret of the journey, as long as it must be',
    PUBLIC_URL: 'https://city.example.cn'
  }
  const release = async () => {
    wechat.server.close()
    await postgres.stop()
    await rm(dataDirectory, { recursive: true, force: true })
  }
  try {
    const env = { ...process.env, ...settings, DATA_DIR: dataDirectory }
    const { stdout } = await runProgram('npm', ['run', '--silent', 'city:create', '--', ...words], { env })
    const { address, jump, end } = await startProduct(dataDirectory, settings)
    const { call, upload } = callsTo(address)
    return { address, call, upload, jump, printed: stdout, stop: () => end().then(release) }
  } catch (fault) {
    await release()
    throw fault
  }
}
