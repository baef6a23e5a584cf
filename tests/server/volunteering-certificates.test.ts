import { createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { people } from '#contract/people'
import { volunteering as contract } from '#contract/volunteering'
import { SettingsFault, readSettings } from '#server/settings'
import { keyFile, keysFromEnvironment, openCertificateKeys } from '#server/volunteering/certificates/certificate-keys'
import { codeOf, readCode, type Statement } from '#server/volunteering/certificates/certificate-rules'
import { openStatement, signStatement } from '#server/volunteering/certificates/certificate-signing'
import { certificates } from '#server/volunteering/certificates/certificate-tables'
import { maskName } from '#server/volunteering/volunteers/name-rules'
import { faultOf, refusalOf, type Actor } from '#world/actor'
import { readPdf } from '#world/read-pdf'
import { pastShift, serve } from '#world/served-hours'
import { openWorld, type World } from '#world/world'

const YEAR = { from: '2026-01-01', to: '2026-11-23' }
let world: World
let server: FastifyInstance
let shift: Awaited<ReturnType<typeof pastShift>>
beforeAll(async () => {
  world = await openWorld()
  server = await world.serve()
  shift = await pastShift(world)
}, 60_000)
afterAll(() => world.close())

/** A volunteer with 90 final minutes of grade A and 30 of C in November, and 15 on notice. */
async function volunteer(): Promise<Actor> {
  const actor = await world.newcomer()
  const { personId } = actor.person
  await serve(
    world,
    shift,
    { personId, minutes: 90, grade: 'A', on: '2026-11-10' },
    { personId, minutes: 30, grade: 'C', on: '2026-11-11' },
    { personId, minutes: 15, grade: 'B', on: '2026-11-12', state: 'notice' }
  )
  return actor
}

const issue = (actor: Actor, period = YEAR) => actor.ask(contract.issueCertificate)(period)
const ask = (code: string) => world.nobody.ask(contract.verifyCertificate)({ code })
const page = async (code: string) => {
  const { statusCode, body, headers } = await server.inject({ url: `/verify/${encodeURIComponent(code)}` })
  return { status: statusCode, html: body, headers }
}
const change = (code: string, to: Partial<typeof certificates.$inferInsert>) =>
  world.database.write(writing => writing.update(certificates).set(to).where(eq(certificates.code, code)))

test('a certificate says the final minutes of the period by grade under a masked name, and anybody can ask for it', async () => {
  const actor = await volunteer()
  const { code, pdfUrl, verifyUrl } = await issue(actor)
  expect(code).toMatch(/^TC-2611-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  expect([verifyUrl, pdfUrl.split('?')[0]]).toEqual([`/verify/${code}`, `/documents/certificate/${code}.pdf`])
  expect(await ask(code)).toMatchObject({
    ...{ code, state: 'valid', isAuthentic: true, ...YEAR, minutes: 120, byGrade: { A: 90, B: 0, C: 30, D: 0 }, activityCount: 1 },
    ...{
      maskedName: maskName(actor.person.displayName),
      issuedOn: '2026-11-23',
      keyId: world.product.certificateKeys.signing.keyId
    }
  })
  const { status, html } = await page(code)
  for (const word of ['有效', '1小时30分钟', '2小时', '2026年1月1日至', '2026年11月23日', code]) expect(html).toContain(word)
  expect([status, html.includes(actor.person.displayName), html.includes(actor.person.personId)]).toEqual([200, false, false])
})

test('minutes that are not final, or lie outside the period, certify nothing', async () => {
  const actor = await world.newcomer()
  const { personId } = actor.person
  await serve(world, shift, { personId, minutes: 60, grade: 'A', on: '2026-11-10', state: 'notice' })
  await serve(world, shift, { personId, minutes: 60, grade: 'A', on: '2025-12-31' })
  expect(await refusalOf(issue(actor))).toBe('nothing-to-certify')
  expect(await refusalOf(issue(actor, { from: '2026-11-20', to: '2026-11-01' }))).toBe('bad-input')
})

test('a period that is not over, or was never, is not certified', async () => {
  const actor = await volunteer()
  const faultsOf = async (period: typeof YEAR) => (await faultOf(issue(actor, period))).body
  expect(await faultsOf({ from: '2026-01-01', to: '2026-11-24' })).toMatchObject({ code: 'bad-input', data: { faults: [{ path: 'to' }] } })
  await issue(actor, { from: '2026-11-01', to: '2026-11-23' })
})

test('in the true name the holder asks for it is printed; whoever verifies it sees the name masked, and the activities', async () => {
  const actor = await volunteer()
  const { code, pdfUrl } = await actor.ask(contract.issueCertificate)({ ...YEAR, trueName: '周建国' })
  const linesOfPaper = async () => (await readPdf((await server.inject({ url: pdfUrl })).rawPayload)).lines
  expect(await linesOfPaper()).toEqual(expect.arrayContaining(['周建国', shift.activity.title]))
  const verified = await ask(code)
  expect(verified).toMatchObject({
    ...{ maskedName: '周**', isAuthentic: true },
    activities: [{ title: shift.activity.title, from: '2026-11-10', to: '2026-11-11', minutes: 120 }]
  })
  const { html } = await page(code)
  expect([html.includes('周**'), (html + JSON.stringify(verified)).includes('周建国')]).toEqual([true, false])
  await change(code, { trueName: '别人' })
  expect(await linesOfPaper()).toContain('周**')
})

test('anybody can verify the statement on the page with nothing but the published key', async () => {
  const { code } = await issue(await volunteer())
  const { keys } = (await server.inject({ url: '/.well-known/tongchuang-keys.json' })).json<{ keys: { kid: string }[] }>()
  const [statement = '', signature = '', keyId = ''] = [...(await page(code)).html.matchAll(/<pre>(?:签名 |公钥 )?(.*?)<\/pre>/g)].map(
    ([, text = '']) => text.replace(/&quot;/g, '"')
  )
  const key = createPublicKey({ key: keys.find(({ kid }) => kid === keyId)! as never, format: 'jwk' })
  expect(verify(null, Buffer.from(statement), key, Buffer.from(signature, 'base64url'))).toBe(true)
  expect(JSON.parse(statement)).toMatchObject({ code, minutes: 120, chain: { length: expect.any(Number) as number } })
  expect(JSON.stringify(keys)).not.toContain('"d"')
})

test('one changed byte of statement, signature or key never verifies, at any place', () => {
  const keys = openCertificateKeys(keysFromEnvironment(undefined, 'a secret of more than thirty-two characters'))
  const content: Statement = {
    ...{ kind: 'volunteer-service-certificate', version: 1, code: 'TC-2611-7K3Q-9FXM', maskedName: '周**', ...YEAR, minutes: 120 },
    ...{ byGrade: { A: 90, B: 0, C: 30, D: 0 }, activityCount: 1, issuer: '市', issuedOn: '2026-11-23', chain: { length: 3, hash: 'ab' } }
  }
  const signed = signStatement(content, keys)
  expect(openStatement(signed, keys)).toEqual(content)
  for (const part of ['statement', 'signature', 'keyId'] as const)
    for (let n = 0; n < signed[part].length; n += 1)
      for (const flip of [1, 2, 16]) {
        const other = String.fromCharCode(signed[part].charCodeAt(n) ^ flip)
        const changed = { ...signed, [part]: signed[part].slice(0, n) + other + signed[part].slice(n + 1) }
        expect([part, n, flip, openStatement(changed, keys)]).toEqual([part, n, flip, undefined])
      }
})

test('a record changed in the database is named as such, and what it claims is not repeated', async () => {
  const { code } = await issue(await volunteer())
  const { statement } = (await world.database.reading.select().from(certificates).where(eq(certificates.code, code)))[0]!
  await change(code, { statement: statement.replace('"A":90', '"A":99') })
  expect(await ask(code)).toMatchObject({ isAuthentic: false })
  const { html } = await page(code)
  expect([html.includes('记录与签名不符'), html.includes('服务时长'), html.includes('有效')]).toEqual([true, false, false])
  await change(code, { statement: 'not even JSON' })
  expect(await ask(code)).toMatchObject({ isAuthentic: false, minutes: 0 })
  // A statement that is signed, but stands under another code or period.
  await change(code, { statement, fromDate: '2020-01-01' })
  expect(await ask(code)).toMatchObject({ isAuthentic: false })
  await change(code, { fromDate: YEAR.from })
  expect(await ask(code)).toMatchObject({ isAuthentic: true })
})

test('a new certificate of the same period takes the place of the one before, that of another period does not', async () => {
  const actor = await volunteer()
  const [first, november, second] = [await issue(actor), await issue(actor, { from: '2026-11-01', to: '2026-11-23' }), await issue(actor)]
  expect(await ask(first.code)).toMatchObject({ state: 'superseded', supersededBy: second.code, isAuthentic: true })
  expect([(await ask(november.code)).state, (await ask(second.code)).state]).toEqual(['valid', 'valid'])
  const { html } = await page(first.code)
  expect(html).toContain('已被新证明替代')
  expect(html).toContain(`href="/verify/${second.code}"`)
  const { certificates: mine } = await actor.ask(contract.listMyCertificates)({})
  expect(mine.map(({ code }) => code).sort()).toEqual([first.code, november.code, second.code].sort())
})

test('asked for at the same moment, one of them stays valid', async () => {
  const actor = await volunteer()
  const codes = (await Promise.all([1, 2, 3, 4, 5].map(() => issue(actor)))).map(({ code }) => code)
  const states = await Promise.all(codes.map(async code => (await ask(code)).state))
  expect(states.filter(state => state === 'valid')).toHaveLength(1)
})

test('the city office revokes a certificate for a reason the page shows; nobody else can, and once is enough', async () => {
  const { code } = await issue(await volunteer())
  const reason = '冒用 <b>他人</b> 签到'
  for (const stranger of [
    await world.newcomer(),
    await world.as('organiser'),
    await world.staff('admin', { areaId: shift.activity.streetId })
  ])
    expect(await refusalOf(stranger.ask(contract.revokeCertificate)({ code, reason }))).toBe('not-found')
  const office = await world.as('supervisor')
  expect(await office.ask(contract.revokeCertificate)({ code: code.toLowerCase(), reason })).toEqual({ code })
  expect(await refusalOf(office.ask(contract.revokeCertificate)({ code, reason }))).toBe('already-done')
  expect(await refusalOf(office.ask(contract.revokeCertificate)({ code: 'TC-2611-0000-0000', reason }))).toBe('not-found')
  expect(await ask(code)).toMatchObject({ state: 'revoked', revokedReason: reason })
  const { html } = await page(code)
  expect(html).toContain('已撤销')
  expect(html).toContain('冒用 &lt;b&gt;他人&lt;/b&gt; 签到')
  expect(html).not.toContain('>有效<')
})

test('a code is understood however it is typed; one nobody was given reads like not there', async () => {
  const { code } = await issue(await volunteer())
  for (const typed of [code.toLowerCase(), code.replace(/-/g, ''), ` ${code.replace(/-/g, ' ')} `])
    expect((await ask(typed)).code).toBe(code)
  expect((await server.inject({ url: `/verify?code=${code.toLowerCase().replace(/-/g, '')}` })).headers.location).toBe(`/verify/${code}`)
  expect(readCode('ｔｃ－２６１１－OoIl－９fxm')).toBe('TC-2611-0011-9FXM')
  for (const typed of ['TC-2611-0000-0000', 'TC-2611-UUUU-0000', '<script>alert(1)</script>', "' or 1=1 --"]) {
    expect(await refusalOf(ask(typed))).toBe('not-found')
    const { status, html } = await page(typed)
    expect([status, html.includes('没有这张证明'), html.includes('<script')]).toEqual([404, true, false])
  }
})

test('a code has 40 bits of chance in letters that cannot be mistaken for each other', () => {
  expect(codeOf('2026-11-23', Uint8Array.of(0, 1, 31, 32, 255, 18, 20, 27))).toBe('TC-2611-01Z0-ZJMV')
  expect(readCode(codeOf('2031-01-02', Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)))).toBe('TC-3101-1234-5678')
})

test('after ten certificates on a day the next one waits for tomorrow', async () => {
  const actor = await volunteer()
  for (let count = 0; count < 10; count += 1) await issue(actor)
  const { body } = await faultOf(issue(actor))
  expect(body).toMatchObject({ code: 'too-many', data: { retryAt: '2026-11-23T16:00:00.000Z' } })
  const before = world.now
  world.at('2026-11-24T00:00:00+08:00')
  expect((await issue(actor)).code).toMatch(/^TC-/)
  world.at(before)
})

test('the page runs no script, loads nothing and is kept nowhere', async () => {
  const { code } = await issue(await volunteer())
  const { html, headers } = await page(code)
  expect(html).not.toMatch(/<script|<link|<img|\son\w+=|style="/)
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'; /)
  expect((await server.inject({ url: '/verify' })).body).toContain('<form action="/verify" method="get">')
})

test('who deletes the account lets go of certificates that stay verifiable; the export has them', async () => {
  const actor = await volunteer()
  const { code } = await issue(actor)
  const { document } = await actor.ask(people.exportMyData)({})
  expect(document.certificates).toEqual([expect.objectContaining({ code, ...YEAR, signature: expect.any(String) as string })])
  await actor.ask(people.deleteMyAccount)({ confirmation: 'delete' })
  expect(await ask(code)).toMatchObject({ state: 'valid', isAuthentic: true })
  const [row] = await world.database.reading.select().from(certificates).where(eq(certificates.code, code))
  expect(row?.personId).toBeNull()
})

describe('keys', () => {
  const statement = { kind: 'volunteer-service-certificate' as const, version: 1 as const, code: 'TC-2611-7K3Q-9FXM', maskedName: '周**' }
  const content: Statement = {
    ...{ ...statement, ...YEAR, minutes: 1, byGrade: { A: 1, B: 0, C: 0, D: 0 }, activityCount: 1, issuer: '市' },
    ...{ issuedOn: '2026-11-23', chain: { length: 0, hash: '' } }
  }

  test('are made on the first start, kept for their owner alone, and the same on the next', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tongchuang-keys-'))
    const [first, again] = [openCertificateKeys(keyFile(folder)), openCertificateKeys(keyFile(folder))]
    expect(again.signing.keyId).toBe(first.signing.keyId)
    expect(statSync(join(folder, 'certificate-keys.json')).mode & 0o777).toBe(0o600)
    expect(openStatement(signStatement(content, first), again)).toEqual(content)
  })

  test('that are retired sign no more, stay published and go on verifying what they signed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tongchuang-keys-'))
    const file = join(folder, 'certificate-keys.json')
    const old = openCertificateKeys(keyFile(folder))
    const signed = signStatement(content, old)
    // What docs/operations.md tells the deployer to do: take `d` out, start again.
    writeFileSync(file, readFileSync(file, 'utf8').replace(/,\s*"d": "[^"]*"/, ''))
    const fresh = openCertificateKeys(keyFile(folder))
    expect(fresh.signing.keyId).not.toBe(old.signing.keyId)
    expect(fresh.published.map(({ kid }) => kid)).toEqual([fresh.signing.keyId, old.signing.keyId])
    expect(openStatement(signed, fresh)).toEqual(content)
    expect(openStatement(signStatement(content, fresh), old)).toBeUndefined()
  })

  test('of a file nobody can read any more are not replaced in silence', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tongchuang-keys-'))
    writeFileSync(join(folder, 'certificate-keys.json'), '{ half a file')
    expect(() => openCertificateKeys(keyFile(folder))).toThrow('put back the one from your backup')
  })

  test('of functions and containers come from the environment, or from the secret they share', () => {
    const secret = 'a secret of more than thirty-two characters'
    const [one, other] = [
      openCertificateKeys(keysFromEnvironment(undefined, secret)),
      openCertificateKeys(keysFromEnvironment(undefined, secret))
    ]
    expect(openStatement(signStatement(content, one), other)).toEqual(content)
    // The secret is changed: what the page of keys showed is put into CERTIFICATE_KEYS, and old certificates stay good.
    const after = openCertificateKeys(keysFromEnvironment(JSON.stringify({ keys: one.published }), `${secret}, changed`))
    expect(after.signing.keyId).not.toBe(one.signing.keyId)
    expect(openStatement(signStatement(content, one), after)).toEqual(content)
    const fault = (environment: NodeJS.ProcessEnv) => () => readSettings({ NODE_ENV: 'test', ...environment })
    expect(fault({ CERTIFICATE_KEYS: 'nonsense' })).toThrow(SettingsFault)
    expect(fault({ CERTIFICATE_KEYS: JSON.stringify({ keys: one.published }) })).toThrow('one of the keys must be able to sign')
  })
})

test('a certificate over hours that were taken back is revoked by that, and the next one says what is left', async () => {
  const actor = await volunteer()
  const untouched = await issue(actor, { from: '2026-01-01', to: '2026-11-09' }).catch(() => undefined)
  expect(untouched).toBeUndefined()
  const { code } = await issue(actor)
  const admin = await world.as('admin')
  const hours = await actor.ask(contract.getMyHours)({})
  const wrong = hours.entries.find(entry => entry.grade === 'C')!
  await admin.ask(contract.reverseHours)({ entryId: wrong.entryId, reason: '核实后不是本人' })
  expect(await ask(code)).toMatchObject({ state: 'revoked', isAuthentic: true, revokedReason: expect.stringContaining('更正') as string })
  expect(await ask((await issue(actor)).code)).toMatchObject({ state: 'valid', minutes: 90, byGrade: { A: 90, C: 0 } })
})
