import type { FastifyInstance } from 'fastify'
import { newKey, type Actor } from '#world/actor'
import { bring, crewOf, pointIn, SOUND, submit } from '#world/report-journeys'
import { openWorld, type World } from '#world/world'

let world: World
let server: FastifyInstance
beforeAll(async () => {
  world = await openWorld({ environment: { LOG_LEVEL: 'trace' } })
  server = await world.serve()
}, 60_000)
afterAll(() => world.close())

const post = (actor: Actor, operation: string, payload: object) =>
  server.inject({ method: 'POST', url: `/api/${operation}`, headers: { authorization: `Bearer ${actor.token}` }, payload })

test('a whole journey, with everything that can go wrong in it, leaves no secret in the log', async () => {
  const resident = await world.as('resident', 'secret-handle')
  const crew = await crewOf(world)
  const point = await pointIn(world)
  const text = 'my very own words'
  const report = await submit(world, { reporter: resident, text, point })
  await bring(world, crew, report, 'closed')
  await post(resident, 'reports/submitReport', { idempotencyKey: 'short', point, text })
  await post(resident, 'people/renameMe', { displayName: 'x'.repeat(500) })
  await post(resident, 'reports/moveReport', {
    idempotencyKey: newKey(),
    reportId: report.reportId,
    version: 1,
    to: 'objection',
    note: text
  })
  // The column does not exist for so large a number: PostgreSQL itself fails, and drizzle tells the values of the query.
  const failing = await post(resident, 'reports/moveReport', {
    idempotencyKey: newKey(),
    reportId: report.reportId,
    version: 6,
    to: 'objection',
    note: text,
    masterId: 'm'
  })
  expect(failing.statusCode).toBeLessThan(500)
  const failed = await world.product.dispatch({
    ...{ operation: 'reports/submitReport', requestId: 'request-77', log: world.product.log, now: new Date(Number.NaN) },
    ...{
      input: { idempotencyKey: newKey(), categoryCode: SOUND, point, photoIds: [], text },
      identify: async () => world.product.callers.find(resident.person.personId)
    }
  })
  expect(failed.status).toBe(500)
  const log = world.logLines.join('\n')
  expect(log).toContain('request-77')
  for (const secret of [
    text,
    resident.token,
    'secret-handle',
    String(point.longitude),
    String(point.latitude),
    resident.person.displayName
  ])
    expect(log).not.toContain(secret)
})
