import type { FastifyInstance, InjectOptions } from 'fastify'
import type { RefusalBody } from '#contract/refusals'
import { api } from '#contract/api'
import { reports } from '#contract/reports'
import { securityHeaders } from '#server/http/security-headers'
import { newKey, type Actor } from '#world/actor'
import { pointIn, SOUND } from '#world/report-journeys'
import { openWorld, type World } from '#world/world'

let world: World
let server: FastifyInstance
let resident: Actor
beforeAll(async () => {
  world = await openWorld()
  server = await world.serve()
  resident = await world.as('resident')
}, 60_000)
afterAll(() => world.close())

const inject = async (options: InjectOptions) => {
  const response = await server.inject(options)
  const isJson = String(response.headers['content-type']).startsWith('application/json')
  return {
    status: response.statusCode,
    headers: response.headers,
    text: response.body,
    body: (isJson ? response.json() : undefined) as RefusalBody & Record<string, unknown>
  }
}
const post = (operation: string, payload: object | string, headers: Record<string, string> = {}) =>
  inject({ method: 'POST', url: `/api/${operation}`, headers: { 'content-type': 'application/json', ...headers }, payload })
const signed = () => ({ authorization: `Bearer ${resident.token}` })

test('an operator asks whether it lives and whether it can work', async () => {
  expect(await inject({ url: '/healthz' })).toMatchObject({ status: 200, body: { status: 'ok' } })
  expect(await inject({ url: '/readyz' })).toMatchObject({ status: 200, body: { status: 'ready' } })
})

test('the OpenAPI page names every operation of the contract, with its shapes', async () => {
  const { body } = await inject({ url: '/openapi.json' })
  const expected = Object.entries(api).flatMap(([noun, operations]) => Object.keys(operations).map(name => `/${noun}/${name}`))
  const paths = body.paths as Record<string, { post: { requestBody: unknown; responses: Record<string, unknown> } }>
  expect(Object.keys(paths).sort()).toEqual(expected.sort())
  expect(JSON.stringify(paths['/reports/submitReport'])).toContain('idempotencyKey')
  for (const [path, { post: operation }] of Object.entries(paths)) expect([path, Object.keys(operation.responses)]).toEqual([path, ['200']])
})

test('an operation is asked by POST and answered in JSON that nobody keeps', async () => {
  const { status, headers, body } = await post('people/getMe', {}, signed())
  expect([status, body.personId, headers['cache-control']]).toEqual([200, resident.person.personId, 'no-store'])
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
})

test('what is not there is 404 with a name, whatever it is called', async () => {
  for (const operation of ['reports/paintReport', 'nothing/atAll', 'constructor/prototype', '__proto__/toString'])
    expect(await post(operation, {})).toMatchObject({ status: 404, body: { code: 'not-found' } })
  expect(await inject({ url: '/api/people/getMe' })).toMatchObject({ status: 404, body: { code: 'not-found' } })
  expect(await inject({ url: '/..%2f..%2fetc/passwd' })).toMatchObject({ status: 404 })
})

test('who has not signed in is told so, before the input is looked at', async () => {
  for (const headers of [{}, { authorization: 'Bearer nonsense' }, { authorization: 'Basic abc' }, { 'x-wx-openid': 'somebody' }])
    expect(await post('reports/submitReport', { nonsense: true }, headers as Record<string, string>)).toMatchObject({
      status: 401,
      body: { code: 'not-signed-in' }
    })
})

test('broken JSON and a body beyond the limit are refused by name', async () => {
  expect(await post('people/getMe', '{"a":', signed())).toMatchObject({ status: 400, body: { code: 'bad-input' } })
  expect(await post('people/getMe', JSON.stringify({ long: 'x'.repeat(4 * 1024 * 1024) }), signed())).toMatchObject({
    status: 400,
    body: { code: 'bad-input' }
  })
  expect(await post('people/getMe', 'plain words', { ...signed(), 'content-type': 'text/plain' })).toMatchObject({
    status: 400,
    body: { code: 'bad-input' }
  })
})

test('bad input is named by path and reason, and nothing that was sent comes back', async () => {
  const secret = 'my-secret-7431'
  const input = {
    idempotencyKey: `${secret} with spaces`,
    categoryCode: 5,
    point: { longitude: secret, latitude: 91 },
    photoIds: [secret, `${secret}/`, 7],
    text: '\u0000' + secret
  }
  const { status, body, text } = await post('reports/submitReport', input, signed())
  expect([status, body.code]).toEqual([400, 'bad-input'])
  const faults = (body.data as { faults: { path: string; reason: string }[] }).faults
  expect(faults.map(fault => fault.path).sort()).toEqual([
    'categoryCode',
    'idempotencyKey',
    'photoIds.1',
    'photoIds.2',
    'point.latitude',
    'point.longitude',
    'text'
  ])
  expect(text).not.toContain(secret)
  const cursor = Buffer.from(JSON.stringify({ at: 'no moment', id: secret })).toString('base64url')
  for (const sent of [cursor, secret]) {
    const reply = await post('reports/listMyReports', { cursor: sent }, signed())
    expect([reply.status, reply.body.code, reply.text.includes(secret)]).toEqual([400, 'bad-input', false])
  }
  const foreign = await post(`reports/${secret}`, {})
  expect(foreign.text).not.toContain(secret)
})

test('every answer carries the headers that keep a browser careful: data may do nothing, a page only what the H5 build does', async () => {
  for (const { headers } of [await inject({ url: '/files/x/photo' }), await post('people/getMe', {}, signed()), await post('no/thing', {})])
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'"
    })
  const { page } = securityHeaders('https://city.example/app')
  expect((await inject({ url: '/nothing' })).headers).toMatchObject(securityHeaders(undefined).page)
  expect(page).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
  for (const rule of [
    "default-src 'self'",
    "script-src 'self'",
    "frame-ancestors 'none'",
    "img-src 'self' data: blob: https://city.example"
  ])
    expect(page['content-security-policy']?.split(';')).toContain(rule)
})

test('an unexpected fault is 500 with the request id and not a word more', async () => {
  const broken = { ...world.product, dispatch: world.product.dispatch }
  const { createDispatch } = await import('#server/dispatch')
  const { implement } = await import('@orpc/server')
  const failing = implement(api.places.listAreas).handler(() => {
    throw new Error('password of the database is hunter2')
  })
  broken.dispatch = createDispatch(world.database, { readCity: world.product.city.read } as never, { 'places/listAreas': failing })
  const { createHttpServer } = await import('#server/http/http-server')
  const other = await createHttpServer(broken)
  const response = await other.inject({ method: 'POST', url: '/api/places/listAreas', payload: {} })
  await other.close()
  expect(response.statusCode).toBe(500)
  expect(response.json()).toEqual({
    code: 'unexpected',
    message: 'Something went wrong on our side.',
    data: { requestId: response.headers['x-request-id'] }
  })
})

describe('too many requests', () => {
  let small: World
  let limited: FastifyInstance
  beforeAll(async () => {
    small = await openWorld({ environment: { RATE_LIMIT_PER_MINUTE: '20' } })
    limited = await small.serve()
  }, 60_000)
  afterAll(() => small.close())

  test('of one person are refused by name, while another at the same address goes on, and the demo can always be entered', async () => {
    const [one, other] = [await small.as('resident', 'one'), await small.as('resident', 'other')]
    const ask = async (actor: Actor) => {
      const headers = { authorization: `Bearer ${actor.token}` }
      const response = await limited.inject({ method: 'POST', url: '/api/people/getMe', headers, payload: {} })
      return response.statusCode === 200 ? 'answered' : response.json<RefusalBody>().code
    }
    const answers: string[] = []
    for (let count = 0; count < 25; count += 1) answers.push(await ask(one))
    expect(answers).toEqual([...Array<string>(20).fill('answered'), ...Array<string>(5).fill('too-many')])
    expect(await ask(other)).toBe('answered')
    for (let count = 0; count < 30; count += 1) {
      const response = await limited.inject({
        method: 'POST',
        url: '/api/people/signInDemo',
        payload: { persona: 'resident', handle: `crowd-${count}` }
      })
      expect(response.statusCode).toBe(200)
    }
    expect((await limited.inject({ url: '/healthz' })).statusCode).toBe(200)
  })
})

test('a header in which a gateway would name somebody signs nobody in', async () => {
  const city = await openWorld({
    isEmpty: true,
    environment: { IDENTITY: 'wx-login', WX_APP_ID: 'wx1', WX_APP_SECRET: 'secret', PUBLIC_URL: 'https://city.example.cn' }
  })
  for (const name of ['x-wx-openid', 'x-wx-from-openid', 'x-wx-source']) {
    const headers = { 'x-wx-source': 'wx_client', [name]: 'openid-li' }
    const response = await (await city.serve()).inject({ method: 'POST', url: '/api/people/getMe', headers, payload: {} })
    expect(response.json<RefusalBody>().code).toBe('not-signed-in')
  }
  await city.close()
})

test('a report goes in and comes out over HTTP as through dispatch', async () => {
  const input = { idempotencyKey: newKey(), categoryCode: SOUND, point: await pointIn(world), photoIds: [], text: '夜里很吵' }
  const { body } = await post('reports/submitReport', input, signed())
  const seen = await resident.ask(reports.getReport)({ reportId: String(body.reportId) })
  expect(seen.number).toBe(body.number)
})
