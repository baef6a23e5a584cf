import { asTheProduct, atRandom, courseOf, meanOf, practise, shippedCandidates, type Way } from '#world/learners'
import { halvingStrength, knowingHalf, quickly, seeded } from '#world/true-memory'

// A small seeded class; `npm run learners` is the large one, and docs/decisions/0015 keeps its numbers.
const LEARNERS = 30
const DAYS = 60
const bank = shippedCandidates()

const classOf = (candidates: typeof bank, way: Way) =>
  meanOf(
    Array.from({ length: LEARNERS }, (_, learner) =>
      practise(candidates, way, { mindOf: knowingHalf(halvingStrength(quickly)), learner, days: DAYS })
    )
  )

test('in a course that five a day can carry, practising what is due leaves more remembered than as many answers at random', () => {
  const course = courseOf(bank, 60)
  const [due, random] = [classOf(course, asTheProduct), classOf(course, atRandom)]
  expect(due.answers).toBe(random.answers)
  expect(due.recalledAfter).toBeGreaterThan(random.recalledAfter + 5)
  expect(due.recalledLater).toBeGreaterThan(random.recalledLater + 2)
})

test('of the whole bank, more is kept of what was practised where what is due comes before what is new', () => {
  const [due, random] = [classOf(bank, asTheProduct), classOf(bank, atRandom)]
  expect(due.retained).toBeGreaterThan(random.retained + 0.08)
  expect(due.factsSeen).toBeLessThan(random.factsSeen)
})

test('the same class lives the same days again', () => {
  const once = classOf(courseOf(bank, 20), asTheProduct)
  expect(classOf(courseOf(bank, 20), asTheProduct)).toEqual(once)
  const [first, second] = [seeded(7), seeded(7)]
  expect([first(), first(), first()]).toEqual([second(), second(), second()])
})
