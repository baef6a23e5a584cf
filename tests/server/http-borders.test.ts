import { connect, type AddressInfo, type Socket } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import { people, POLICY_VERSION } from '#contract/people'
import { insertFile } from '#server/files/file-store'
import { files } from '#server/files/files-tables'
import { countUploads, UPLOADS } from '#server/files/upload-bounds'
import { cutSlowBodies } from '#server/http/slow-bodies'
import type { Actor } from '#world/actor'
import { smallPhoto } from '#world/photos'
import { openWorld, type World } from '#world/world'

const opened: { close: () => Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
})

async function worldWith(environment: NodeJS.ProcessEnv = {}): Promise<World> {
  const world = await openWorld({ environment })
  opened.push(world)
  return world
}

async function portOf(server: FastifyInstance): Promise<number> {
  opened.push(server)
  await server.listen({ host: '127.0.0.1', port: 0 })
  return (server.server.address() as AddressInfo).port
}

/** What a server says to these bytes until it closes the connection. */
function saidTo(port: number, write: (socket: Socket) => void): Promise<string> {
  return new Promise((settle, reject) => {
    let said = ''
    const socket = connect(port, '127.0.0.1', () => write(socket))
    socket.on('data', (chunk: Buffer) => (said += chunk.toString()))
    socket.on('error', fault => ((fault as NodeJS.ErrnoException).code === 'ECONNRESET' ? settle(said) : reject(fault)))
    socket.on('close', () => settle(said))
  })
}

test('what is no address, no HTTP, or names two hosts is refused in our own words with our headers', async () => {
  const world = await worldWith()
  const server = await world.serve()
  for (const url of ['/%', '/verify/%E0%A4%A', '/api/%zz/getMe']) {
    const reply = await server.inject({ url })
    expect([url, reply.statusCode, reply.json<{ code: string }>().code]).toEqual([url, 400, 'bad-input'])
    expect(reply.headers['x-content-type-options']).toBe('nosniff')
  }
  const port = await portOf(server)
  const twice = 'GET /healthz HTTP/1.1\r\nHost: city.example.cn\r\nHost: other.example.cn\r\nConnection: close\r\n\r\n'
  expect(await saidTo(port, socket => socket.write(twice))).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"bad-input"/)
  expect(await saidTo(port, socket => socket.write('not a request\r\n\r\n'))).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"bad-input"/)
})

test('a page may use position and camera, and loads fonts from here alone', async () => {
  const server = await (await worldWith()).serve()
  const { headers } = await server.inject({ url: '/' })
  expect(headers['permissions-policy']).toMatch(/geolocation=\(self\).*microphone=\(\)/)
  expect(headers['content-security-policy']).toContain("font-src 'self' data:;")
})

test('readiness is asked often, not without end', async () => {
  const server = await (await worldWith()).serve()
  const statuses = new Set<number>()
  for (let count = 0; count < 310; count += 1) statuses.add((await server.inject({ url: '/readyz' })).statusCode)
  expect([...statuses]).toEqual([200, 429])
})

describe('who is counted behind a proxy', () => {
  const asked = async (server: FastifyInstance, forwarded: string, remoteAddress = '10.0.0.1') =>
    (await server.inject({ url: '/openapi.json', remoteAddress, headers: { 'x-forwarded-for': forwarded } })).statusCode
  const limit = { RATE_LIMIT_PER_MINUTE: '2' }

  test('with one proxy the address it added counts, whatever stands before it', async () => {
    const server = await (await worldWith({ ...limit, TRUST_PROXY: '1' })).serve()
    const statuses: number[] = []
    for (const forged of ['1.1.1.1', '2.2.2.2', '3.3.3.3']) statuses.push(await asked(server, `${forged}, 203.0.113.7`))
    expect(statuses).toEqual([200, 200, 429])
    expect(await asked(server, '203.0.113.8')).toBe(200)
  })

  test('with the proxy named by its network nobody else is believed', async () => {
    const server = await (await worldWith({ ...limit, TRUST_PROXY: '10.0.0.0/8' })).serve()
    const statuses: number[] = []
    for (const forged of ['1.1.1.1', '2.2.2.2', '3.3.3.3']) statuses.push(await asked(server, forged, '198.51.100.9'))
    expect(statuses).toEqual([200, 200, 429])
  })

  test('neighbours in one IPv6 network are counted as one', async () => {
    const server = await (await worldWith({ ...limit, TRUST_PROXY: '1' })).serve()
    const statuses: number[] = []
    for (const host of ['1', '2', '3']) statuses.push(await asked(server, `2001:db8:1:2::${host}`))
    expect(statuses).toEqual([200, 200, 429])
    expect(await asked(server, '2001:db8:1:3::1')).toBe(200)
  })
})

test('who stops sending in the middle of a body is cut off; who goes on slowly is heard', async () => {
  const server = Fastify()
  cutSlowBodies(server, { everyMilliseconds: 150, bytesMin: 4 })
  server.post('/', async ({ body }) => body)
  const port = await portOf(server)
  const head = (length: number) => `POST / HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n`
  expect(await saidTo(port, socket => socket.write(`${head(100)}\r\n{"a":`))).toBe('')
  const words = `{"words":"${'x'.repeat(60)}"}`
  const slowly = async (socket: Socket) => {
    socket.write(`${head(words.length)}Connection: close\r\n\r\n`)
    for (let from = 0; from < words.length; from += 6) {
      socket.write(words.slice(from, from + 6))
      await new Promise(settle => setTimeout(settle, 40))
    }
  }
  expect(await saidTo(port, socket => void slowly(socket))).toMatch(/^HTTP\/1\.1 200 /)
})

describe('uploads', () => {
  async function send(server: FastifyInstance, actor: Actor, bytes: Uint8Array) {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'a.jpg')
    const { headers, body } = new Response(form) as unknown as { headers: Headers; body: ReadableStream }
    const payload = Buffer.from(await new Response(body).arrayBuffer())
    const asking = { 'content-type': headers.get('content-type') ?? '', authorization: `Bearer ${actor.token}` }
    const reply = await server.inject({ method: 'POST', url: '/api/files', headers: asking, payload })
    return { status: reply.statusCode, code: reply.json<{ code?: string }>().code }
  }

  test('need consent first', async () => {
    const environment = { IDENTITY: 'wx-login', WX_APP_ID: 'wx', WX_APP_SECRET: 's', PUBLIC_URL: 'https://city.example.cn' }
    const wechat = { exchangeLoginCode: async (code: string) => `openid-of-${code}`, sendReminder: async () => false }
    const world = await openWorld({ environment, wechat })
    opened.push(world)
    const server = await world.serve()
    const session = await world.nobody.ask(people.signInWeChat)({ code: 'first' })
    const actor = { ...session, ...world.withToken(session.token) }
    const photo = await smallPhoto()
    expect(await send(server, actor, photo)).toEqual({ status: 403, code: 'consent-needed' })
    await actor.ask(people.giveConsent)({ policyVersion: POLICY_VERSION })
    expect((await send(server, actor, photo)).status).toBe(200)
  })

  test('on their way at once are bounded, of one person and of all', () => {
    const uploads = countUploads()
    const leave = Array.from({ length: UPLOADS.atOnceMax }, () => uploads.enter('one'))
    expect(() => uploads.enter('one')).toThrow('Too many')
    leave[0]?.()
    uploads.enter('one')
    for (let count = UPLOADS.atOnceMax; count < UPLOADS.atOnceOfAllMax; count += 1) uploads.enter(`other-${count}`)
    expect(() => uploads.enter('late')).toThrow('Too many')
  })

  test('that one person uses nowhere are bounded, others are not concerned, and all of them are gone after a day', async () => {
    const world = await worldWith()
    const server = await world.serve()
    const [one, other] = [await world.newcomer(), await world.newcomer()]
    const photo = await smallPhoto()
    expect((await send(server, one, photo)).status).toBe(200)
    await world.database.write(async writing => {
      for (let count = 1; count < UPLOADS.unattachedMax; count += 1)
        await insertFile(writing, {
          ...{ fileId: `left-${count}`, ownerId: one.person.personId, sha256: 's', width: 1, height: 1, createdAt: world.now }
        })
    })
    expect((await send(server, one, photo)).code).toBe('too-many')
    expect((await send(server, other, photo)).status).toBe(200)
    world.later({ days: 2 })
    await world.tick()
    expect((await send(server, await world.as('resident', 'one-more'), photo)).status).toBe(200)
    expect(await world.database.reading.select().from(files)).toHaveLength(1)
  })
})
