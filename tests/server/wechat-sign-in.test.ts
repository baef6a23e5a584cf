import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { people, POLICY_VERSION } from '#contract/people'
import { EXCHANGES_UNDER_WAY_MAX } from '#server/wechat/login-code'
import { connectWeChat } from '#server/wechat/wechat'
import { faultOf, refusalOf } from '#world/actor'
import { openWorld, type World } from '#world/world'

const environment = { IDENTITY: 'wx-login', WX_APP_ID: 'wx-app', WX_APP_SECRET: 'app-secret', PUBLIC_URL: 'https://city.example.cn' }

/** Stands in for WeChat: takes its time where it is told to, and answers with the code it was asked with. */
let wechat: Server
let held: ServerResponse[] = []
let isSlow = false
let world: World

const answer = (response: ServerResponse, code: string) => {
  const [kind, rest = ''] = code.split('_')
  if (kind === 'error') response.end(JSON.stringify({ errcode: Number(rest), errmsg: 'said by WeChat' }))
  else if (kind === 'page') response.end('<html>not JSON</html>')
  else response.end(JSON.stringify({ openid: `openid-${code}`, session_key: 'dropped' }))
}

beforeAll(async () => {
  wechat = createServer((request, response) => {
    const code = new URL(request.url ?? '', 'http://wechat').searchParams.get('js_code') ?? ''
    if (isSlow) held.push(response)
    else answer(response, code)
  })
  await new Promise<void>(settle => wechat.listen(0, '127.0.0.1', settle))
  const origin = `http://127.0.0.1:${(wechat.address() as AddressInfo).port}`
  world = await openWorld({
    environment,
    isEmpty: true,
    wechat: connectWeChat({ appId: 'wx-app', appSecret: 'app-secret', origin })
  })
}, 60_000)
afterAll(async () => {
  await world.close()
  wechat.closeAllConnections()
  await new Promise(settle => wechat.close(settle))
})
const signIn = (code: string) => world.nobody.ask(people.signInWeChat)({ code })
const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise(settle => setTimeout(settle, 5))
}

test('while WeChat takes its time everybody else reads and writes, and the server says that it is ready', async () => {
  const li = world.withToken((await signIn('li')).token)
  const server = await world.serve()
  isSlow = true
  held = []
  const waiting = Array.from({ length: EXCHANGES_UNDER_WAY_MAX }, (_, n) => signIn(`slow-${n}`).then(() => 'signed in'))
  await until(() => held.length === waiting.length)
  await li.ask(people.giveConsent)({ policyVersion: POLICY_VERSION })
  expect((await li.ask(people.renameMe)({ displayName: '小李' })).displayName).toBe('小李')
  expect((await server.inject('/readyz')).statusCode).toBe(200)
  // One more would only wait behind all these.
  expect(await refusalOf(signIn('one-more'))).toBe('wechat-no-answer')
  isSlow = false
  for (const [n, response] of held.entries()) answer(response, `slow-${n}`)
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(['signed in']))
  expect((await signIn('one-more')).person.displayName).toBe('微信用户')
})

test('a busy WeChat, one that limits us and one that answers with a page is no answer; it can be tried again', async () => {
  for (const code of ['error_-1', 'error_45011', 'error_99999', 'page_']) {
    const { status, body } = await faultOf(signIn(code))
    expect([code, status, body.code]).toEqual([code, 424, 'wechat-no-answer'])
  }
})

test('what is wrong with the settings is named for whoever looks after the server, without code, secret or openid', async () => {
  const said: Record<string, RegExp> = { error_40164: /IP 白名单/, error_40125: /WX_APP_SECRET/, error_40013: /WX_APP_ID/ }
  for (const [code, words] of Object.entries(said)) {
    world.logLines.length = 0
    const { status, body } = await faultOf(signIn(code))
    expect([status, body.code, body.data]).toEqual([424, 'wechat-setting', { errcode: Number(code.slice(6)) }])
    expect(world.logLines.join()).toMatch(words)
    expect(world.logLines.join()).not.toMatch(/app-secret|error_|openid-/)
  }
})

test('one address signs in or opens desktops thirty times a minute, whatever else it may ask', async () => {
  const server = await world.serve()
  const ask = (operation: string) => server.inject({ method: 'POST', url: `/api/people/${operation}`, payload: { code: 'error_-1' } })
  for (const operation of ['signInWeChat', 'startDesktopSignIn']) {
    const codes: number[] = []
    for (let n = 0; n < 31; n += 1) codes.push((await ask(operation)).statusCode)
    expect([codes.slice(0, 30).includes(429), codes[30]]).toEqual([false, 429])
  }
  expect((await ask('getMe')).statusCode).toBe(401)
})
