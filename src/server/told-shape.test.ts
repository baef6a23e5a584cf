import * as v from 'valibot'
import { BusinessDate, Id, line } from '#contract/shapes'
import { toldShape } from '#server/told-shape'

const Told = v.object({
  cards: v.array(v.object({ id: Id, title: v.pipe(line(5), v.minLength(2)), on: v.optional(BusinessDate), note: v.nullable(line(3)) })),
  facts: v.pipe(v.record(v.string(), v.pipe(v.number(), v.maxValue(3))), v.maxEntries(1)),
  key: v.union([v.strictObject({ text: line(2) }), v.strictObject({ order: v.pipe(v.array(Id), v.maxLength(1)) })])
})
const row = { id: 'a', title: '\u200b', on: '2150-02-30', note: 'longer than three' }
const answer = { cards: [row], facts: { a: 4, b: 5 }, key: { order: ['x', 'y'] } }

test('what stands in the database from before a bound was set is told as it stands', () => {
  expect(v.safeParse(Told, answer).success).toBe(false)
  expect(v.parse(toldShape(Told) as typeof Told, answer)).toEqual(answer)
})

test('a field the contract does not name is never told, and a field of another type is a fault', () => {
  const told = toldShape(Told) as typeof Told
  expect(v.parse(told, { ...answer, openid: 'secret', cards: [{ ...row, phone: 'secret' }] })).toEqual(answer)
  expect(v.safeParse(told, { ...answer, cards: [{ ...row, title: 7 }] }).success).toBe(false)
  expect(v.safeParse(told, { ...answer, key: { text: 'a', order: ['x'] } }).success).toBe(false)
})
