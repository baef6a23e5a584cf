import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { resolve } from 'node:path'

const PROGRAM = 'dist/tests/main-http.mjs'
const READY_MILLISECONDS_MAX = 60_000

/** The server as one program, bundled from the source under test the way the product bundles it. */
export function bundleServerProgram(): void {
  const script = `import('./config/bundles.mjs').then(bundles => bundles.bundleProgram('src/server/main-http.ts', '${PROGRAM}'))`
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'pipe' })
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(settle => probe.listen(0, '127.0.0.1', settle))
  const { port } = probe.address() as AddressInfo
  await new Promise(settle => probe.close(settle))
  return port
}

export interface RunningServer {
  address: string
  /** All it wrote, both ways. */
  said(): string
  kill(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>
}

/** How a program ended, and everything it said. */
export interface Ended {
  code: number | NodeJS.Signals | null
  said: string
}

function launch(
  environment: NodeJS.ProcessEnv,
  cwd = process.cwd()
): {
  child: ChildProcess
  said: () => string
  ended: Promise<number | NodeJS.Signals | null>
} {
  const { PATH } = process.env
  const child = spawn(process.execPath, [resolve(PROGRAM)], {
    cwd,
    env: { PATH, NODE_ENV: 'test', LOG_LEVEL: 'warn', ...environment },
    stdio: 'pipe'
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (words += chunk.toString()))
  const ended = new Promise<number | NodeJS.Signals | null>(settle => child.on('exit', (code, signal) => settle(code ?? signal)))
  return { child, said: () => words, ended }
}

/** Starts the program and waits until it serves. */
export async function startServer(environment: NodeJS.ProcessEnv, cwd?: string): Promise<RunningServer> {
  const { child, said, ended } = launch({ PORT: String(await freePort()), ...environment }, cwd)
  const deadline = performance.now() + READY_MILLISECONDS_MAX
  for (;;) {
    const address = /ready at (http\S+)/.exec(said())?.[1]
    if (address) {
      const kill = async (signal: NodeJS.Signals) => {
        child.kill(signal)
        return ended
      }
      return { address, said, kill }
    }
    if (child.exitCode !== null || performance.now() > deadline) throw new Error(`The server did not start:\n${said()}`)
    await new Promise(settle => setTimeout(settle, 50))
  }
}

/** Starts the program where it is expected to give up. */
export async function runServer(environment: NodeJS.ProcessEnv): Promise<Ended> {
  const { said, ended } = launch({ PORT: String(await freePort()), ...environment })
  return { code: await ended, said: said() }
}
