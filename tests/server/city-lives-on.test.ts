import fc from 'fast-check'
import type { AnyContractProcedure } from '@orpc/contract'
import { places } from '#contract/places'
import { points } from '#contract/points'
import { reports } from '#contract/reports'
import { demoAreas } from '#server/demo/demo-areas'
import { keepDocument } from '#server/files/keep-document'
import { nameOf, type Actor } from '#world/actor'
import { cityLives } from '#world/area-scenes'
import { madeFrom } from '#world/made-inputs'
import { openWorld, type World } from '#world/world'

let world: World
let admin: Actor
beforeAll(async () => {
  world = await openWorld({ hasBank: true })
  admin = await world.as('admin')
}, 60_000)
afterAll(() => world.close())

const areaIds = demoAreas.map(({ properties }) => properties.areaId)
const known = [...areaIds, 'demo-unit-centre', 'demo-unit-lines', '1001', '10', '9901', '*', 'demo-rule-cable', '新名字']

/** An area on which nothing open hangs may be retired, and is; reports come in for the others. */
const AREAS_LEAST = demoAreas.length / 2

/** What everybody's requests depend on, and who may change it: an admin of the city alone. */
const entries: [string, AnyContractProcedure][] = [
  ['areas', places.importAreas],
  ['areas that retire', places.retireAreas],
  ['areas that stay', places.keepAreas],
  ['units', places.saveUnit],
  ['units that retire', places.retireUnit],
  ['categories', reports.saveCategory],
  ['categories that retire', reports.retireCategory],
  ['the calendar', reports.saveCalendarDays],
  ['the calendar taken back', reports.removeCalendarDays],
  ['routing rules', reports.saveRoutingRule],
  ['point rules', points.setRule]
]

test.each(entries)(
  'whatever an admin enters for %s, it is taken or refused, and the city lives on',
  async (_, operation) => {
    const input = madeFrom(operation['~orpc'].inputSchema, { words: known })
    await fc.assert(
      fc.asyncProperty(input, async made => {
        const { status } = await admin.send(nameOf(operation), made)
        expect(status).toBeLessThan(500)
      }),
      { numRuns: 40 }
    )
    await world.nobody.ask(reports.listCategories)({})
    await cityLives(world, AREAS_LEAST)
  },
  120_000
)

const pieces = [
  '题型,题干,答案,解析,知识点,选项A,选项B,选项C',
  '单选',
  'FACT: F049',
  'ANSWER: A',
  'A. 甲',
  '题目？',
  '{=一 ~二 ####解析}',
  ',',
  '\t'
]
const others = [
  '\n',
  '"',
  '\\',
  '=1+1',
  '\ud83d\ude00',
  '\uffff',
  '\u0001',
  '《法》第一条',
  '____',
  '{',
  '}',
  '~%50%',
  '::',
  '//fact: F1',
  ''
]
const files = fc.array(fc.oneof(fc.constantFrom(...pieces, ...others), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 60 })

test('whatever stands in a file of questions, it is taken or refused, and the city lives on', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.boolean(), async (parts, dryRun) => {
      const upload = { bytes: Buffer.from(parts.join('')), mediaType: undefined, ownerId: admin.person.personId, now: world.now }
      const { fileId } = await keepDocument(world.product, upload)
      const { status } = await admin.send('quizzes/importQuestions', { fileId, dryRun, factId: 'F049' })
      expect([200, 422]).toContain(status)
    }),
    { numRuns: 60 }
  )
  await cityLives(world, AREAS_LEAST)
})

test('a calendar that closes for ever is refused, and deadlines are still found', async () => {
  const day = (count: number) => new Date(Date.parse('2026-11-24') + count * 86_400_000).toISOString().slice(0, 10)
  const closed = Array.from({ length: 400 }, (_, count) => ({ date: day(count), isWorkday: false, name: '停' }))
  expect(await admin.send('reports/saveCalendarDays', { days: closed })).toMatchObject({ status: 400, body: { code: 'bad-input' } })
  await cityLives(world, AREAS_LEAST)
})
