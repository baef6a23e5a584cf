import { sql } from 'drizzle-orm'
import { keepCity } from '#server/city'
import { askDatabase } from '#world/ask-database'
import { openWorld, type World } from '#world/world'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.close())

test('what another process changed in the city is seen after ten seconds, and on a new day at once', async () => {
  let passed = 0
  const book = keepCity(
    world.database.reading,
    () => world.now,
    () => passed
  )
  const nameOf = async () => (await book.read()).places.areaOf('demo-city')?.name
  const rename = (name: string) => askDatabase(world.database, sql`update areas set name = ${name} where area_id = 'demo-city'`)
  const before = await nameOf()
  await rename('改了名的市')
  passed = 9_999
  expect(await nameOf()).toBe(before)
  passed = 10_000
  expect(await nameOf()).toBe('改了名的市')
  await rename('又改了名的市')
  world.later({ days: 1 })
  expect(await nameOf()).toBe('又改了名的市')
})
