import { sql } from 'drizzle-orm'
import { people } from '#contract/people'
import { keepPhoto } from '#server/files/keep-photo'
import { findPerson } from '#server/people/person-store'
import { Refusal } from '#server/refusal'
import { newKey, refusalOf, type Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { smallPhoto } from '#world/photos'
import { pointIn, SOUND } from '#world/report-journeys'
import { openSecondProcess, type SecondProcess } from '#world/second-process'
import { publishShift } from '#world/volunteer-journeys'
import { openWorld, type World } from '#world/world'

let world: World
let second: SecondProcess
beforeAll(async () => {
  world = await openWorld()
  second = await openSecondProcess(world)
}, 60_000)
afterAll(async () => {
  await second.close()
  await world.close()
})

const me = (token: string) => world.withToken(token).ask(people.getMe)({})
const meThere = (token: string) => second.as(token).ask(people.getMe)({})
/** The same person on one device more. */
const again = async (actor: Actor) => {
  const { generation } = (await findPerson(world.database.reading, actor.person.personId))!.sessions
  return world.product.sessions.issue(actor.person.personId, world.now, { generation })
}
/** Both processes have seen these tokens a moment ago and remember them. */
const warm = async (...tokens: string[]) => {
  for (const token of tokens) for (const ask of [me, meThere]) await ask(token)
}

describe('a session ends', () => {
  test('by signing out, at once and in every process; other devices stay signed in', async () => {
    const li = await world.newcomer()
    const phone = await again(li)
    await warm(li.token, phone)
    await li.ask(people.signOut)({})
    for (const ask of [me, meThere]) expect(await refusalOf(ask(li.token))).toBe('not-signed-in')
    for (const ask of [me, meThere]) expect((await ask(phone)).personId).toBe(li.person.personId)
    expect(await refusalOf(world.withToken(li.token).ask(people.renameMe)({ displayName: '小李' }))).toBe('not-signed-in')
  })

  test('on all devices by one word, desktops that were promised one included; signing in anew begins a new one', async () => {
    const li = await world.as('resident', 'everywhere')
    const other = await again(li)
    const desktop = await world.nobody.ask(people.startDesktopSignIn)({})
    await li.ask(people.confirmDesktopSignIn)({ shortCode: desktop.shortCode })
    await warm(li.token, other)
    await second.as(other).ask(people.signOutEverywhere)({})
    for (const token of [li.token, other]) for (const ask of [me, meThere]) expect(await refusalOf(ask(token))).toBe('not-signed-in')
    const { ticket, secret } = desktop
    expect(await refusalOf(world.nobody.ask(people.claimDesktopSignIn)({ ticket, secret }))).toBe('ticket-expired')
    const fresh = await world.as('resident', 'everywhere')
    expect((await meThere(fresh.token)).personId).toBe(li.person.personId)
  })

  test('by an admin of the city, and by nobody else', async () => {
    const [li, wang] = [await world.newcomer(), await world.newcomer()]
    const { personId } = li.person
    await warm(li.token)
    for (const nobody of [wang, await world.staff('admin', { areaId: 'demo-street-1' })])
      expect(await refusalOf(nobody.ask(people.endSessionsOf)({ personId }))).toBe('not-found')
    await (await world.as('admin')).ask(people.endSessionsOf)({ personId })
    for (const ask of [me, meThere]) expect(await refusalOf(ask(li.token))).toBe('not-signed-in')
  })

  test('with the account, in every process', async () => {
    const li = await world.newcomer()
    const other = await again(li)
    await warm(li.token, other)
    await li.ask(people.deleteMyAccount)({ confirmation: 'delete' })
    for (const token of [li.token, other]) for (const ask of [me, meThere]) expect(await refusalOf(ask(token))).toBe('not-signed-in')
    expect(await refusalOf(second.as(other).ask(people.renameMe)({ displayName: '还在' }))).toBe('not-signed-in')
  })

  test('after twelve hours on a desktop', async () => {
    const phone = await world.newcomer()
    const { ticket, secret, shortCode } = await world.nobody.ask(people.startDesktopSignIn)({})
    await phone.ask(people.confirmDesktopSignIn)({ shortCode })
    const { session } = await world.nobody.ask(people.claimDesktopSignIn)({ ticket, secret })
    const began = world.now
    world.later({ hours: 11, minutes: 59 })
    expect((await me(session!.token)).personId).toBe(phone.person.personId)
    world.later({ minutes: 1 })
    expect(await refusalOf(me(session!.token))).toBe('not-signed-in')
    world.at(began)
  })

  test('not where the calls of a cloud function have none', async () => {
    const li = await world.newcomer()
    const identify = () => world.product.callers.find(li.person.personId)
    const asked = { operation: 'people/signOut', input: {}, identify, requestId: 'r', log: world.product.log, now: world.now }
    expect((await world.product.dispatch(asked)).body).toMatchObject({ code: 'identity-mode' })
  })
})

test('a token from before sessions had ids is ended like any other', async () => {
  const li = await world.newcomer()
  const { SignJWT } = await import('jose')
  const { readFileSync } = await import('node:fs')
  const [{ id, secret }] = JSON.parse(readFileSync(`${world.dataDirectory}/demo-session-secrets.json`, 'utf8')) as [
    { id: string; secret: string }
  ]
  const issue = (later: number) =>
    new SignJWT()
      .setProtectedHeader({ alg: 'HS256', kid: id })
      .setSubject(li.person.personId)
      .setIssuedAt(world.now)
      .setExpirationTime(new Date(world.now.getTime() + later))
      .sign(new TextEncoder().encode(secret))
  const [one, other] = [await issue(3_600_000), await issue(7_200_000)]
  await world.withToken(one).ask(people.signOut)({})
  expect(await refusalOf(me(one))).toBe('not-signed-in')
  expect((await me(other)).personId).toBe(li.person.personId)
})

test('a role that was taken back counts no more, in every process', async () => {
  const admin = await world.as('admin')
  const li = await world.newcomer()
  const { personId } = li.person
  const { grantId } = await admin.ask(people.grantRole)({ personId, role: 'admin', areaId: 'demo-city' })
  await warm(li.token)
  await second.as(li.token).ask(people.listStaff)({})
  await admin.ask(people.revokeRole)({ grantId })
  for (const actor of [li, second.as(li.token)]) {
    expect(await refusalOf(actor.ask(people.listStaff)({}))).toBe('not-found')
    expect(await refusalOf(actor.ask(people.grantRole)({ personId: admin.person.personId, role: 'editor', areaId: 'demo-city' }))).toBe(
      'not-found'
    )
  }
})

describe('a command reads in its transaction who is calling', () => {
  /** A process that was told nothing: it goes on with what it read before. */
  const asBefore = async (actor: Actor) => {
    const known = await world.product.callers.find(actor.person.personId, await world.product.sessions.read(actor.token, world.now))
    return (operation: string, input: unknown) =>
      world.product
        .dispatch({ operation, input, identify: async () => known, requestId: 'r', log: world.product.log, now: world.now })
        .then(({ status, body }) => (status === 200 ? 'done' : (body as { code: string }).code))
  }

  test('so that neither a lost role nor an ended session nor a deleted account is still used, alone or gathered with others', async () => {
    const shiftId = await publishShift(world, { capacity: 30, inHours: 48 })
    const [ended, deleted, demoted] = [await world.newcomer(), await world.newcomer(), await world.staff('admin', { areaId: 'demo-city' })]
    const [asEnded, asDeleted, asDemoted] = [await asBefore(ended), await asBefore(deleted), await asBefore(demoted)]
    await ended.ask(people.signOutEverywhere)({})
    await deleted.ask(people.deleteMyAccount)({ confirmation: 'delete' })
    const grantId = demoted.person.grants[0]?.grantId ?? (await demoted.ask(people.getMe)({})).grants[0]!.grantId
    await (await world.as('admin')).ask(people.revokeRole)({ grantId })
    for (const gone of [asEnded, asDeleted]) {
      expect(await gone('people/renameMe', { displayName: '还在' })).toBe('not-signed-in')
      expect(await gone('volunteering/joinShift', { shiftId, idempotencyKey: newKey() })).toBe('not-signed-in')
    }
    expect(await asDemoted('people/grantRole', { personId: ended.person.personId, role: 'editor', areaId: 'demo-city' })).toBe('not-found')
    const rows = await askDatabase(world.database, sql`select 1 from people where display_name = '还在'`)
    expect(rows).toEqual([])
  })

  test('one who is gone takes nobody of the batch along', async () => {
    const shiftId = await publishShift(world, { capacity: 30, inHours: 72 })
    const crowd = await Promise.all(Array.from({ length: 6 }, () => world.newcomer()))
    const senders = await Promise.all(crowd.map(asBefore))
    await crowd[2]!.ask(people.deleteMyAccount)({ confirmation: 'delete' })
    const told = await Promise.all(senders.map(send => send('volunteering/joinShift', { shiftId, idempotencyKey: newKey() })))
    expect(told).toEqual(['done', 'done', 'not-signed-in', 'done', 'done', 'done'])
    const [{ count }] = (await askDatabase(
      world.database,
      sql`select count(*)::int as count from sign_ups where shift_id = ${shiftId}`
    )) as [{ count: number }]
    expect(count).toBe(5)
  })
})

describe('an account that is deleted while much of it is under way', () => {
  test('keeps nothing of what was answered after, in one process and in two', async () => {
    for (const there of [false, true]) {
      const li = await world.newcomer()
      const process = there ? second.as(li.token) : li
      await process.ask(people.getMe)({})
      const point = await pointIn(world)
      const sending = Array.from({ length: 8 }, () =>
        process.send('reports/submitReport', { idempotencyKey: newKey(), categoryCode: SOUND, point, photoIds: [], text: '夜里很吵' })
      )
      const learning = Array.from({ length: 3 }, () => process.send('people/renameMe', { displayName: '我还在' }))
      await li.ask(people.deleteMyAccount)({ confirmation: 'delete' })
      await Promise.all([...sending, ...learning])
      const { personId } = li.person
      expect(await askDatabase(world.database, sql`select report_id from report_people where person_id = ${personId}`)).toEqual([])
      expect(await askDatabase(world.database, sql`select display_name from people where person_id = ${personId}`)).toEqual([
        { display_name: '已注销的用户' }
      ])
      expect(await askDatabase(world.database, sql`select key from idempotency_keys where person_id = ${personId}`)).toEqual([])
    }
  })

  test('takes no picture any more, and leaves none behind', async () => {
    const li = await world.newcomer()
    const bytes = await smallPhoto()
    const keeping = () => keepPhoto(world.product, { bytes, ownerId: li.person.personId, now: world.now })
    const uploads = [keeping(), keeping()].map(one => one.then(({ fileId }) => fileId).catch((fault: unknown) => fault))
    await li.ask(people.deleteMyAccount)({ confirmation: 'delete' })
    const before = await Promise.all(uploads)
    const late = await keeping().catch((fault: unknown) => fault)
    for (const refused of [late, ...before.filter(one => typeof one !== 'string')])
      expect(refused instanceof Refusal && refused.code).toBe('not-signed-in')
    const kept = await askDatabase(world.database, sql`select file_id from files where owner_id = ${li.person.personId}`)
    const stored = (world.storage as unknown as { keys(): string[] }).keys()
    expect(stored.filter(key => kept.every(row => !key.includes(row.file_id as string)))).toEqual([])
  })
})

test('desktop codes are gone from the table an hour after their end, sessions once their token would have ended', async () => {
  const li = await world.newcomer()
  await world.nobody.ask(people.startDesktopSignIn)({})
  await li.ask(people.signOut)({})
  const count = async () => {
    const [row] = await askDatabase(
      world.database,
      sql`select (select count(*) from desktop_sign_ins where claimed_at is null)::int as codes, (select count(*) from ended_sessions)::int as ended`
    )
    return row
  }
  expect(await count()).toMatchObject({ codes: expect.any(Number) as number })
  world.later({ minutes: 64 })
  await world.tick()
  expect((await count())?.codes).toBe(0)
  expect((await count())?.ended).not.toBe(0)
  world.later({ days: 31 })
  await world.tick()
  expect(await count()).toEqual({ codes: 0, ended: 0 })
})
