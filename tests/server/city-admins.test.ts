import { people, type Person } from '#contract/people'
import { places } from '#contract/places'
import { inviteAdmin } from '#server/people/invitation'
import { createCity } from '#server/places/create-city'
import { borderAround } from '#server/places/border-file-rules'
import { refusalOf, type Actor } from '#world/actor'
import { openWorld, type World } from '#world/world'

const openWorlds: World[] = []
async function newWorld(options: Parameters<typeof openWorld>[0] = {}) {
  const world = await openWorld(options)
  openWorlds.push(world)
  return world
}
afterAll(() => Promise.all(openWorlds.map(world => world.close())))

const give = (actor: Actor, person: Person, role: 'admin' | 'reviewer' = 'admin', areaId = 'demo-city') =>
  actor.ask(people.grantRole)({ personId: person.personId, role, areaId })
const take = (actor: Actor, grantId: string) => actor.ask(people.revokeRole)({ grantId })

describe('the last admin of a city', () => {
  let world: World
  let admin: Actor
  let own: string
  beforeAll(async () => {
    world = await newWorld()
    admin = await world.as('admin')
    own = admin.person.grants[0]?.grantId ?? ''
  }, 60_000)

  test('cannot be taken back and cannot delete their account, whatever else they hold', async () => {
    expect(await refusalOf(take(admin, own))).toBe('last-admin')
    expect(await refusalOf(admin.ask(people.deleteMyAccount)({ confirmation: 'delete' }))).toBe('last-admin')
    expect((await admin.ask(people.getMe)({})).grants).toHaveLength(1)
  })

  test('is not replaced by the admin of one street, but by another of the city', async () => {
    const helper = await world.newcomer()
    await give(admin, helper.person, 'admin', 'demo-street-1')
    expect(await refusalOf(take(admin, own))).toBe('last-admin')
    const { grantId } = await give(admin, helper.person)
    await take(admin, grantId)
    expect(await refusalOf(take(admin, own))).toBe('last-admin')
  })

  test('one of two admins goes, the other stays', async () => {
    const second = await world.newcomer()
    await give(admin, second.person)
    await second.ask(people.deleteMyAccount)({ confirmation: 'delete' })
    expect(await refusalOf(take(admin, own))).toBe('last-admin')
  })

  test('stays when two take each other back in the same moment, or leave together', async () => {
    for (const leave of [false, true]) {
      const second = await world.newcomer()
      const { grantId } = await give(admin, second.person)
      const present = (await admin.ask(people.listStaff)({})).staff.flatMap(({ grants }) =>
        grants.filter(({ role, areaId }) => role === 'admin' && areaId === 'demo-city')
      )
      expect(present).toHaveLength(2)
      const answers = await Promise.allSettled(
        leave
          ? [admin.ask(people.deleteMyAccount)({ confirmation: 'delete' }), second.ask(people.deleteMyAccount)({ confirmation: 'delete' })]
          : [take(admin, grantId), take(second, own)]
      )
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const isSecondLeft = answers[0].status === (leave ? 'fulfilled' : 'rejected')
      if (isSecondLeft) [admin, own] = [second, grantId]
      expect((await admin.ask(people.listStaff)({})).staff.length).toBeGreaterThan(0)
      expect(await refusalOf(take(admin, own))).toBe('last-admin')
    }
  })
})

describe('the same grant', () => {
  let world: World
  let admin: Actor
  beforeAll(async () => {
    world = await newWorld()
    admin = await world.as('admin')
  }, 60_000)

  test('given again is one grant, and taking it back takes it back', async () => {
    const { person } = await world.newcomer()
    const first = await give(admin, person, 'reviewer')
    expect(await give(admin, person, 'reviewer')).toEqual(first)
    expect((await give(admin, person, 'reviewer', 'demo-street-1')).grantId).not.toBe(first.grantId)
    await take(admin, first.grantId)
    const again = await give(admin, person, 'reviewer')
    expect(again.grantId).not.toBe(first.grantId)
  })

  test('given by several at once is one grant', async () => {
    const actor = await world.newcomer()
    const given = await Promise.all(Array.from({ length: 6 }, () => give(admin, actor.person, 'reviewer')))
    expect(new Set(given.map(({ grantId }) => grantId)).size).toBe(1)
    expect((await actor.ask(people.getMe)({})).grants).toHaveLength(1)
  })
})

describe('the name of somebody with a role', () => {
  let world: World
  let admin: Actor
  const rename = (actor: Actor, displayName: string) => actor.ask(people.renameMe)({ displayName })
  const renameStaff = (personId: string, displayName: string, actor = admin) => actor.ask(people.renameStaff)({ personId, displayName })
  beforeAll(async () => {
    world = await newWorld()
    admin = await world.as('admin')
  }, 60_000)

  test('is nobody else’s, and nobody else takes one that begins like an office', async () => {
    const fang = await world.newcomer()
    await rename(fang, '方宁')
    await give(admin, fang.person, 'reviewer')
    const stranger = await world.newcomer()
    for (const name of ['方宁', ' 方 宁 ', '方·宁']) expect(await refusalOf(rename(stranger, name))).toBe('name-taken')
    for (const name of ['督导员 方宁', '网格员', '【管理员】', '社区小李'])
      expect(await refusalOf(rename(stranger, name))).toBe('name-reserved')
    expect((await rename(stranger, '方宁宁')).displayName).toBe('方宁宁')
  })

  test('is the city’s to change: an admin writes it, the person does not', async () => {
    const chen = await world.newcomer()
    await rename(chen, '陈晨')
    const { grantId } = await give(admin, chen.person, 'reviewer')
    expect(await refusalOf(rename(chen, '陈晨晨'))).toBe('name-by-city')
    await renameStaff(chen.person.personId, '审核员 陈晨')
    expect((await chen.ask(people.getMe)({})).displayName).toBe('审核员 陈晨')
    await take(admin, grantId)
    expect((await rename(chen, '陈晨晨')).displayName).toBe('陈晨晨')
  })

  test('is confirmed with the role, as the admin read it, and told apart from a colleague’s', async () => {
    const [one, other] = [await world.newcomer(), await world.newcomer()]
    await rename(one, '王芳')
    await rename(other, '王芳')
    await give(admin, one.person, 'reviewer')
    const again = { personId: other.person.personId, role: 'reviewer', areaId: 'demo-city' } as const
    expect(await refusalOf(admin.ask(people.grantRole)(again))).toBe('name-taken')
    await admin.ask(people.grantRole)({ ...again, displayName: '王芳（河东）' })
    expect((await other.ask(people.getMe)({})).displayName).toBe('王芳（河东）')
    expect(await refusalOf(renameStaff(other.person.personId, '王芳'))).toBe('name-taken')
  })

  test('of residents is their own, and renaming staff is for the admin of the city alone', async () => {
    const resident = await world.newcomer()
    const clerk = await world.staff('reviewer', { areaId: 'demo-city' })
    expect(await refusalOf(renameStaff(resident.person.personId, '别人起的'))).toBe('not-found')
    const others = [clerk, resident, await world.staff('admin', { areaId: 'demo-street-1' })]
    for (const actor of others) expect(await refusalOf(renameStaff(clerk.person.personId, '别人起的', actor))).toBe('not-found')
    expect((await rename(admin, '程路')).displayName).toBe('程路')
  })
})

describe('an invitation', () => {
  let world: World
  let code: string
  beforeAll(async () => {
    world = await newWorld({ isEmpty: true })
    code = await world.database.write(async writing => {
      await createCity(writing, { areaId: '320322', name: '沛县', shape: borderAround('116.5,34.5,117.2,34.9') })
      return inviteAdmin(writing, '320322', world.now)
    })
  }, 60_000)
  const redeem = (actor: Actor, typed: string) => actor.ask(people.redeemInvitation)({ code: typed })
  const invite = () => world.database.write(writing => inviteAdmin(writing, '320322', world.now))

  test('makes whoever brings it first the admin, once, typed as one types', async () => {
    const first = await world.newcomer()
    expect(await refusalOf(first.ask(people.listStaff)({}))).toBe('not-found')
    expect(await refusalOf(redeem(first, 'AAAA-AAAA-AAAA-AAAA'))).toBe('invitation-unknown')
    expect(await redeem(first, ` ${code.toLowerCase().replaceAll('-', ' ')} `)).toMatchObject({
      role: 'admin',
      areaId: '320322',
      areaName: '沛县'
    })
    expect((await first.ask(people.listStaff)({})).staff).toHaveLength(1)
    expect(await refusalOf(redeem(await world.newcomer(), code))).toBe('invitation-unknown')
    expect(await refusalOf(redeem(first, code))).toBe('invitation-unknown')
    expect((await world.nobody.ask(places.listAreas)({})).areas).toMatchObject([{ areaId: '320322', kind: 'city' }])
  })

  test('is redeemed by one of many who try at once, and by nobody after seven days', async () => {
    const contested = await invite()
    const crowd = await Promise.all(Array.from({ length: 5 }, () => world.newcomer()))
    const answers = await Promise.allSettled(crowd.map(actor => redeem(actor, contested)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const late = await invite()
    world.later({ days: 7 })
    expect(await refusalOf(redeem(await world.newcomer(), late))).toBe('invitation-unknown')
  })

  test('stands for one city: a second one is not made beside it', async () => {
    const second = { areaId: '320323', name: '别县', shape: borderAround('117.5,34.5,118.2,34.9') }
    await expect(world.database.write(writing => createCity(writing, second))).rejects.toThrow(/There is a city already: 沛县/)
  })
})
