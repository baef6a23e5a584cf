import { people } from '#contract/people'
import { places } from '#contract/places'
import { reports } from '#contract/reports'
import { refusalOf, type Actor } from '#world/actor'
import { openWorld, type World } from '#world/world'

let world: World
let admin: Actor
beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin')
}, 60_000)
afterAll(() => world.close())

describe('before a unit is changed', () => {
  const coverage = [
    { areaId: 'demo-city', covers: '10' },
    { areaId: 'demo-street-1', covers: '6001' }
  ]

  test('its admin reads what it covers now, and saving that again changes nothing', async () => {
    const { unitId } = await admin.ask(places.saveUnit)({ name: '园林所', coverage })
    const seen = await admin.ask(places.getUnit)({ unitId })
    expect(seen).toEqual({ unitId, name: '园林所', coverage })
    await admin.ask(places.saveUnit)(seen)
    expect(await admin.ask(places.getUnit)({ unitId })).toEqual(seen)
  })

  test('the same line written twice counts once', async () => {
    const { unitId } = await admin.ask(places.saveUnit)({ name: '河道所', coverage: [...coverage, ...coverage] })
    expect((await admin.ask(places.getUnit)({ unitId })).coverage).toEqual(coverage)
  })

  test('a unit that is not there, and anybody but the admin of the city, read that it is not there', async () => {
    const unitId = 'demo-unit-sanitation'
    expect((await admin.ask(places.getUnit)({ unitId })).coverage.length).toBeGreaterThan(0)
    expect(await refusalOf(admin.ask(places.getUnit)({ unitId: 'no-such-unit' }))).toBe('not-found')
    const others = [
      await world.staff('admin', { areaId: 'demo-street-1' }),
      await world.staff('handler', { unitId }),
      await world.staff('supervisor', { areaId: 'demo-city' }),
      await world.newcomer()
    ]
    for (const actor of others) expect(await refusalOf(actor.ask(places.getUnit)({ unitId }))).toBe('not-found')
    expect(await refusalOf(world.nobody.ask(places.getUnit)({ unitId }))).toBe('not-signed-in')
  })
})

describe('the work calendar of a year', () => {
  const daysOf = async (year: number) => {
    const { days, isAnnounced } = await admin.ask(reports.listCalendarDays)({ year })
    return { isAnnounced, on: (date: string) => days.find(day => day.date === date), dates: days.map(day => day.date) }
  }

  test('has the announced holidays and 调休 by name, and the days of the city over them', async () => {
    await admin.ask(reports.saveCalendarDays)({
      days: [
        { date: '2026-10-10', isWorkday: false, name: '县庆' },
        { date: '2026-10-13', isWorkday: false, name: '县庆' },
        { date: '2026-10-01', isWorkday: false, name: '国庆' },
        { date: '2027-10-13', isWorkday: false, name: '县庆' }
      ]
    })
    const { isAnnounced, on, dates } = await daysOf(2026)
    expect(isAnnounced).toBe(true)
    expect(on('2026-10-02')).toEqual({ date: '2026-10-02', isWorkday: false, name: '国庆节', isOwn: false, isOverriding: false })
    expect(on('2026-09-20')).toMatchObject({ isWorkday: true, name: '国庆节', isOwn: false })
    expect(on('2026-10-10')).toEqual({ date: '2026-10-10', isWorkday: false, name: '县庆', isOwn: true, isOverriding: true })
    expect(on('2026-10-13')).toMatchObject({ isOwn: true, isOverriding: true })
    // Its own word, but nothing else than was announced.
    expect(on('2026-10-01')).toMatchObject({ name: '国庆', isOwn: true, isOverriding: false })
    expect(dates).toEqual([...new Set(dates)].sort())
    expect(dates.every(date => date.startsWith('2026-'))).toBe(true)
  })

  test('that nobody announced yet has the days fixed by law and what the city wrote', async () => {
    await admin.ask(reports.saveCalendarDays)({ days: [{ date: '2040-02-11', isWorkday: true, name: '调休' }] })
    const { isAnnounced, dates, on } = await daysOf(2040)
    expect(isAnnounced).toBe(false)
    expect(on('2040-02-11')).toMatchObject({ isWorkday: true, isOwn: true, isOverriding: true })
    expect(on('2040-02-12')).toEqual({ date: '2040-02-12', isWorkday: false, name: '春节', isOwn: false, isOverriding: false })
    expect(dates).toHaveLength(13)
    expect((await daysOf(2041)).dates).toContain('2041-10-03')
  })

  test('is not there for anybody but the admin of the city', async () => {
    const others = [await world.staff('admin', { areaId: 'demo-street-1' }), await world.as('supervisor'), await world.newcomer()]
    for (const actor of others) expect(await refusalOf(actor.ask(reports.listCalendarDays)({ year: 2026 }))).toBe('not-found')
    expect(await refusalOf(world.nobody.ask(reports.listCalendarDays)({ year: 2026 }))).toBe('not-signed-in')
    for (const year of [1999, 2101, 2026.5]) expect(await refusalOf(admin.ask(reports.listCalendarDays)({ year }))).toBe('bad-input')
  })
})

describe('somebody to give a role to', () => {
  const find = (name: string, actor: Actor = admin) => actor.ask(people.findPeople)({ name })
  const named = async (displayName: string) => {
    const actor = await world.newcomer()
    await actor.ask(people.renameMe)({ displayName })
    return actor
  }

  test('is found by how their name begins, with the roles they hold, and nothing else of them', async () => {
    const lin = await named('林小满')
    const other = await named('林大满')
    await named('小满林')
    const grant = await admin.ask(people.grantRole)({ personId: lin.person.personId, role: 'reviewer', areaId: 'demo-street-1' })
    const gone = await admin.ask(people.grantRole)({ personId: lin.person.personId, role: 'verifier', areaId: 'demo-city' })
    await admin.ask(people.revokeRole)({ grantId: gone.grantId })
    expect(await find(' 林 ')).toEqual({
      people: [
        { personId: other.person.personId, displayName: '林大满', grants: [] },
        { personId: lin.person.personId, displayName: '林小满', grants: [grant] }
      ],
      isMore: false
    })
  })

  test('is looked for by the very letters: % and _ stand for themselves', async () => {
    const percent = await named('100%满意')
    expect((await find('100%')).people.map(one => one.personId)).toEqual([percent.person.personId])
    for (const name of ['%', '_', '1_0', '\\']) expect((await find(name)).people).toEqual([])
    for (const name of ['', '  ', '长'.repeat(21)]) expect(await refusalOf(find(name))).toBe('bad-input')
  })

  test('stands among twenty at most, and it is said where there are more', async () => {
    for (let count = 0; count < 21; count += 1) await named(`王${String(count).padStart(2, '0')}`)
    const found = await find('王')
    expect([found.people.length, found.people[0]?.displayName, found.isMore]).toEqual([20, '王00', true])
    expect(await find('王2')).toMatchObject({ people: [{ displayName: '王20' }], isMore: false })
  })

  test('is nobody any more once they deleted their account', async () => {
    const leaving = await named('临走')
    await leaving.ask(people.deleteMyAccount)({ confirmation: 'delete' })
    for (const name of ['临走', '已注销']) expect((await find(name)).people).toEqual([])
  })

  test('is found by the admin of the city alone', async () => {
    await named('谢绝打听')
    const others = [await world.staff('admin', { areaId: 'demo-street-1' }), await world.as('supervisor'), await world.newcomer()]
    for (const actor of others) expect(await refusalOf(find('谢绝', actor))).toBe('not-found')
    expect(await refusalOf(world.nobody.ask(people.findPeople)({ name: '谢绝' }))).toBe('not-signed-in')
  })
})
