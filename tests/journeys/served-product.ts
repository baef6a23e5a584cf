import { spawn, type ChildProcess } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Person, Persona } from '#contract/people'

// The demo city lives through thirty days before it opens its doors.
const START_MILLISECONDS_MAX = 170_000
const ASK_EVERY_MILLISECONDS = 250

const wholePicture = { left: 0, top: 0, width: 1, height: 1 }

export interface Session {
  token: string
  person: Person
}

export interface ServedProduct {
  address: string
  /** Calls the API as anybody; throws with the code of the refusal. */
  call: <Answer = Record<string, unknown>>(operation: string, input: unknown, token?: string) => Promise<Answer>
  signIn: (persona: Persona, handle?: string) => Promise<Session>
  /** Sends up a picture and says its id. */
  upload: (token: string, picture?: Buffer) => Promise<string>
  /** Moves the product's clock ahead; the browsers keep their own. */
  jump: (milliseconds: number) => Promise<void>
  stop: () => Promise<void>
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function untilReady(address: string, child: ChildProcess, said: () => string) {
  const endsAt = performance.now() + START_MILLISECONDS_MAX
  while (performance.now() < endsAt) {
    if (child.exitCode !== null) throw new Error(`The server ended before it was ready:\n${said()}`)
    const answer = await fetch(`${address}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise(resolve => setTimeout(resolve, ASK_EVERY_MILLISECONDS))
  }
  throw new Error(`The server was not ready in time:\n${said()}`)
}

/** A picture of this size as JPEG bytes. */
export const pictureBytes = (colour = '#7a8a6a') =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()

/** A picture of this size in black and white stripes: what is blurred or covered of it loses its contrast. */
export async function stripedPictureBytes() {
  const stripe = { create: { width: 16, height: 480, channels: 3 as const, background: '#000000' } }
  const input = await sharp(stripe).png().toBuffer()
  const stripes = Array.from({ length: 20 }, (_, index) => ({ input, left: index * 32, top: 0 }))
  const white = { create: { width: 640, height: 480, channels: 3 as const, background: '#ffffff' } }
  return sharp(white).composite(stripes).jpeg().toBuffer()
}

/** How strong the contrast is in a picture as it is served, from 0 for one colour to 127 for stripes of black and white. */
export async function contrastAt(address: string, part: { left: number; top: number; width: number; height: number } = wholePicture) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  const picture = sharp(await answer.arrayBuffer())
  const { width, height } = await picture.metadata()
  const [left, top] = [Math.round(part.left * width), Math.round(part.top * height)]
  const area = { left, top, width: Math.floor(part.width * width), height: Math.floor(part.height * height) }
  const { channels } = await sharp(await picture.extract(area).png().toBuffer()).stats()
  return Math.max(...channels.map(({ stdev }) => stdev))
}

/** How a person without a browser calls the product at this address. */
export function callsTo(address: string): Pick<ServedProduct, 'call' | 'signIn' | 'upload'> {
  const call = async <Answer>(operation: string, input: unknown, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    const answer = await fetch(`${address}/api/${operation}`, { method: 'POST', headers, body: JSON.stringify(input) })
    const body: unknown = await answer.json()
    if (!answer.ok) throw new Error(`${operation}: ${JSON.stringify(body)}`)
    return body as Answer
  }
  return {
    call,
    signIn: (persona, handle) => call('people/signInDemo', { persona, ...(handle && { handle }) }),
    upload: async (token, picture) => {
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(picture ?? (await pictureBytes()))], { type: 'image/jpeg' }), 'photo.jpg')
      const answer = await fetch(`${address}/api/files`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form })
      return ((await answer.json()) as { fileId: string }).fileId
    }
  }
}

/** Starts the built product on a free port. @returns its address, what moves its clock, and what ends it. */
export async function startProduct(dataDirectory: string, environment: Record<string, string> = {}) {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const env = { ...process.env, NODE_ENV: 'development', PORT: `${port}`, DATA_DIR: dataDirectory, LOG_LEVEL: 'warn', ...environment }
  const program = ['--require', './tests/journeys/jumping-clock.cjs', 'dist/server/main-http.mjs']
  const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const end = async () => {
    if (child.exitCode !== null) return
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  const jump = async (milliseconds: number) => {
    const jumped = new Promise(resolve => child.once('message', resolve))
    child.send(milliseconds)
    await jumped
  }
  try {
    await untilReady(address, child, () => said)
  } catch (fault) {
    await end()
    throw fault
  }
  return { address, jump, end }
}

/** The demo city of this run (see city-for-jest.ts), copied for one file: served at an address of its own, gone after `stop`. */
export async function serveProduct(environment: Record<string, string> = {}): Promise<ServedProduct> {
  const city = process.env.JOURNEY_CITY
  if (!city) throw new Error('JOURNEY_CITY is not set: run the journeys with npm run test:journeys')
  const dataDirectory = await mkdtemp(join(tmpdir(), 'tongchuang-journey-'))
  const remove = () => rm(dataDirectory, { recursive: true, force: true })
  await cp(city, dataDirectory, { recursive: true })
  const { address, jump, end } = await startProduct(dataDirectory, environment).catch(async (fault: unknown) => {
    await remove()
    throw fault
  })
  return { address, jump, stop: () => end().then(remove), ...callsTo(address) }
}
