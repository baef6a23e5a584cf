import { sql } from 'drizzle-orm'
import { quizzes } from '#contract/quizzes'
import type { Actor } from '#world/actor'
import { askDatabase } from '#world/ask-database'
import { north, openedWave } from '#world/wave-scenes'
import { openWorld, type World } from '#world/world'

let world: World
let office: Actor
beforeAll(async () => {
  world = await openWorld({ hasBank: true })
  office = await world.as('supervisor')
}, 60_000)
afterAll(() => world.close())

/** A wave of 385 in one community, everybody asked at once past the form: the first so many know all, the others nothing. */
async function reportWhere(knowing: number) {
  const { waveId, units } = await openedWave(office, { margin: 0.03, expectedResponse: 1, strata: [{ ...north, population: 3000 }] })
  expect(units).toHaveLength(385)
  await askDatabase(
    world.database,
    sql`insert into wave_answers (sample_id, question_id, version, option_id, is_right)
      select sample_id, q ->> 'questionId', (q ->> 'version')::int, 'a', place <= ${knowing}
      from (select sample_id, wave_id, row_number() over (order by sample_id) place
        from wave_samples where wave_id = ${waveId}) s
      join waves using (wave_id), jsonb_array_elements(questions) q`
  )
  await askDatabase(world.database, sql`update wave_samples set answered_at = now() where wave_id = ${waveId}`)
  return office.ask(quizzes.getWaveReport)({ waveId })
}

test('of 385 people 358 who know it are not 达标 at 90 %, and 359 are', async () => {
  const [tooFew, enough] = [await reportWhere(358), await reportWhere(359)]
  expect(tooFew).toMatchObject({ met: false, overall: { n: 385, estimate: 358 / 385, designEffect: 1 }, response: { answered: 385 } })
  expect(enough).toMatchObject({ met: true, overall: { n: 385, estimate: 359 / 385, designEffect: 1 } })
  expect([tooFew.overall.low < 0.9, enough.overall.low >= 0.9]).toEqual([true, true])
  for (const item of enough.items) expect(item).toMatchObject({ n: 385, right: 359, low: enough.overall.low, high: enough.overall.high })
})

test('the helper counts what few communities cost: 385 answers of four are worth 147, and more of them must be right', async () => {
  const ask = (more: object) => office.ask(quizzes.suggestSample)({ target: 0.9, margin: 0.03, ...more })
  const inFour = await ask({ communityCount: 4 })
  expect(inFour).toMatchObject({ completed: 385, asked: 385 })
  expect([Math.round(inFour.effectiveSize!), inFour.expectedMargin! > 0.048, inFour.rightToClaim! > 359]).toEqual([147, true, true])
  expect(await ask({ communityCount: 1 })).toEqual(await ask({}))
})
