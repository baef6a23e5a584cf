import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { people, POLICY_VERSION } from '#contract/people'
import { reports } from '#contract/reports'
import { connectWeChat } from '#server/wechat/wechat'
import { faultOf, refusalOf, type Actor } from '#world/actor'
import { submit } from '#world/report-journeys'
import { openWorld, type World } from '#world/world'

const openWorlds: World[] = []
async function worldIn(environment: NodeJS.ProcessEnv, more: Parameters<typeof openWorld>[0] = {}): Promise<World> {
  const world = await openWorld({ environment, isEmpty: true, ...more })
  openWorlds.push(world)
  return world
}
afterAll(() => Promise.all(openWorlds.map(world => world.close())))

/** Answers code2session like WeChat: every good code once. */
async function startWeChat(): Promise<{ server: Server; origin: string; asked: URL[] }> {
  const asked: URL[] = []
  const used = new Set<string>()
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://wechat')
    asked.push(url)
    const code = url.searchParams.get('js_code') ?? ''
    const reply = used.has(code)
      ? { errcode: 40163, errmsg: 'code been used' }
      : code.startsWith('good-')
        ? { openid: `openid-of-${code.split('-')[1]}`, session_key: 'never-to-leave' }
        : code === 'busy'
          ? { errcode: -1, errmsg: 'system busy' }
          : { errcode: 40029, errmsg: 'invalid code' }
    used.add(code)
    response.end(JSON.stringify(reply))
  })
  await new Promise<void>(settle => server.listen(0, '127.0.0.1', settle))
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

describe('signing in with WeChat over HTTPS', () => {
  let world: World
  let wechat: Awaited<ReturnType<typeof startWeChat>>
  beforeAll(async () => {
    wechat = await startWeChat()
    const environment = { IDENTITY: 'wx-login', WX_APP_ID: 'wx-app', WX_APP_SECRET: 'app-secret', PUBLIC_URL: 'https://city.example.cn' }
    world = await worldIn(environment, { wechat: connectWeChat({ appId: 'wx-app', appSecret: 'app-secret', origin: wechat.origin }) })
  }, 60_000)
  afterAll(() => new Promise(settle => wechat.server.close(settle)))

  test('the same person comes back as the same person, and nobody but the server learns the openid', async () => {
    const first = await world.nobody.ask(people.signInWeChat)({ code: 'good-li-1' })
    const again = await world.nobody.ask(people.signInWeChat)({ code: 'good-li-2' })
    const other = await world.nobody.ask(people.signInWeChat)({ code: 'good-wang-1' })
    expect(again.person.personId).toBe(first.person.personId)
    expect(other.person.personId).not.toBe(first.person.personId)
    expect(JSON.stringify([first, again, other])).not.toMatch(/openid-of|never-to-leave/)
    const said = Object.fromEntries(wechat.asked[0]!.searchParams)
    expect([wechat.asked[0]!.pathname, said]).toEqual([
      '/sns/jscode2session',
      { appid: 'wx-app', secret: 'app-secret', js_code: 'good-li-1', grant_type: 'authorization_code' }
    ])
  })

  test('a code that is false or was used before is refused by name', async () => {
    expect(await refusalOf(world.nobody.ask(people.signInWeChat)({ code: 'false' }))).toBe('wechat-refused')
    expect(await refusalOf(world.nobody.ask(people.signInWeChat)({ code: 'good-li-1' }))).toBe('wechat-refused')
  })

  test('when WeChat is busy it says so, and neither code nor secret is told or logged', async () => {
    expect((await faultOf(world.nobody.ask(people.signInWeChat)({ code: 'busy' }))).body).toMatchObject({
      code: 'wechat-no-answer',
      data: { errcode: -1 }
    })
    expect(world.logLines.join()).not.toMatch(/"busy"|app-secret/)
  })

  test('the personas of the demo are closed', async () => {
    expect(await refusalOf(world.nobody.ask(people.signInDemo)({ persona: 'admin' }))).toBe('identity-mode')
  })

  test('a newcomer has agreed to nothing: what needs consent waits for it, for this version of the policy', async () => {
    const session = await world.nobody.ask(people.signInWeChat)({ code: 'good-zhao-1' })
    const zhao = world.withToken(session.token)
    expect(session.person.consentedPolicy).toBeUndefined()
    const input = { idempotencyKey: 'key-of-zhao', categoryCode: '1001', point: { longitude: 120, latitude: 30 }, photoIds: [] }
    expect(await refusalOf(zhao.ask(reports.submitReport)(input))).toBe('consent-needed')
    expect(await refusalOf(zhao.ask(reports.followReport)({ reportId: 'any' }))).toBe('consent-needed')
    expect(await refusalOf(zhao.ask(people.giveConsent)({ policyVersion: '2020-01-01' }))).toBe('bad-input')
    await zhao.ask(people.giveConsent)({ policyVersion: POLICY_VERSION })
    expect((await zhao.ask(people.getMe)({})).consentedPolicy).toBe(POLICY_VERSION)
    expect(await refusalOf(zhao.ask(reports.submitReport)(input))).toBe('not-found')
  })
})

describe('in the demo', () => {
  let world: World
  beforeAll(async () => (world = await worldIn({}, { isEmpty: false })), 60_000)

  test('a persona is one person, a handle makes another, and both have the grants of the persona', async () => {
    const [plain, again, mei] = [await world.as('reviewer'), await world.as('reviewer'), await world.as('reviewer', 'mei')]
    expect(again.person.personId).toBe(plain.person.personId)
    expect(mei.person.personId).not.toBe(plain.person.personId)
    expect(mei.person.grants.map(grant => [grant.role, grant.areaId])).toEqual([['reviewer', 'demo-city']])
    expect((await world.as('resident')).person.grants).toEqual([])
  })

  test('fifty sign-ins of a new persona at once make one person', async () => {
    const actors = await Promise.all(Array.from({ length: 50 }, () => world.as('resident', 'crowd')))
    expect(new Set(actors.map(actor => actor.person.personId)).size).toBe(1)
  })

  test('WeChat codes are not taken', async () => {
    expect(await refusalOf(world.nobody.ask(people.signInWeChat)({ code: 'good-li-1' }))).toBe('identity-mode')
  })

  test('a token is worth nothing once it was tampered with, is thirty days old, or its account is gone', async () => {
    const resident = await world.as('resident', 'with-token')
    const me = (token: string) => refusalOf(world.withToken(token).ask(people.getMe)({}))
    const [head, body, signature] = resident.token.split('.') as [string, string, string]
    const admin = await world.as('admin')
    const claims = Buffer.from(JSON.stringify({ sub: admin.person.personId, exp: 4_000_000_000 })).toString('base64url')
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
    for (const token of [`${head}.${claims}.${signature}`, `${none}.${claims}.`, `${head}.${body}.${'A'.repeat(43)}`, 'nonsense', ''])
      expect([token, await me(token)]).toEqual([token, 'not-signed-in'])
    expect((await resident.ask(people.getMe)({})).personId).toBe(resident.person.personId)
    const now = world.now
    world.later({ days: 30, minutes: 1 })
    expect(await me(resident.token)).toBe('not-signed-in')
    world.at(now)
    await resident.ask(people.deleteMyAccount)({ confirmation: 'delete' })
    expect(await me(resident.token)).toBe('not-signed-in')
  })
})

describe('a desktop', () => {
  let world: World
  let phone: Actor
  beforeAll(async () => {
    world = await worldIn({}, { isEmpty: false })
    phone = await world.as('reviewer')
  }, 60_000)
  const start = () => world.nobody.ask(people.startDesktopSignIn)({})
  const claim = (ticket: string, secret: string) => world.nobody.ask(people.claimDesktopSignIn)({ ticket, secret })
  const confirm = (shortCode: string) => phone.ask(people.confirmDesktopSignIn)({ shortCode })

  test('is signed in by the phone that scanned its code, once', async () => {
    const { ticket, secret, shortCode, qrSvg } = await start()
    expect(qrSvg).toMatch(/^<svg/)
    expect(await claim(ticket, secret)).toEqual({})
    await confirm(`tongchuang:sign-in:${shortCode}`)
    const { session } = await claim(ticket, secret)
    expect(session?.person.personId).toBe(phone.person.personId)
    expect((await world.withToken(session!.token).ask(people.getMe)({})).personId).toBe(phone.person.personId)
    expect(await refusalOf(claim(ticket, secret))).toBe('ticket-expired')
    expect(await refusalOf(confirm(shortCode))).toBe('ticket-expired')
  })

  test('with another secret gets nothing, and neither does one that waited more than three minutes', async () => {
    const { ticket, secret, shortCode } = await start()
    const late = await start()
    await confirm(shortCode.toLowerCase())
    expect(await refusalOf(claim(ticket, `${secret}x`))).toBe('ticket-expired')
    expect(await refusalOf(claim(late.ticket, secret))).toBe('ticket-expired')
    world.later({ minutes: 3 })
    expect(await refusalOf(claim(ticket, secret))).toBe('ticket-expired')
    expect(await refusalOf(confirm(late.shortCode))).toBe('ticket-expired')
  })

  test('asking ten times at once is handed one session', async () => {
    const { ticket, secret, shortCode } = await start()
    await confirm(shortCode)
    const answers = await Promise.all(Array.from({ length: 10 }, () => claim(ticket, secret).catch(() => undefined)))
    expect(answers.filter(answer => answer?.session)).toHaveLength(1)
  })

  test('reads nothing of the secret in the database', async () => {
    const { secret } = await start()
    const { desktopSignIns } = await import('#server/people/people-tables')
    expect(JSON.stringify(await world.database.reading.select().from(desktopSignIns))).not.toContain(secret)
  })

  test('the city still works for those who are signed in', async () => {
    expect((await submit(world)).state).toBe('submitted')
  })
})
