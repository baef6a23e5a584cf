import type { Candidate } from '#server/quizzes/learning/draw-rules'
import { asTheProduct, atRandom, atRandomOf, courseOf, meanOf, practise, shippedCandidates, type Learned } from '#world/learners'
import { evenTraces, fadingTraces, halvingStrength, knowingHalf, quickly, slowly, type MindOf } from '#world/true-memory'

const LEARNERS = Number(process.env.LEARNERS ?? 1_000)
const DAYS = 90
const COURSE_FACTS = 120
const say = (line: string) => process.stdout.write(`${line}\n`)
const everybody = Array.from({ length: LEARNERS }, (_, learner) => learner)

const forms = [
  ['fading traces', fadingTraces],
  ['halving strength', halvingStrength],
  ['traces, no spacing', evenTraces]
] as const
const minds: readonly (readonly [string, MindOf])[] = forms.flatMap(([name, form]) => [
  [`${name}, quick`, knowingHalf(form(quickly))] as const,
  [`${name}, slow`, knowingHalf(form(slowly))] as const
])

const columns = ['answers', 'facts seen', 'recalled', '± error', '+30 days', 'retained %']
function line(word: string, learned: readonly Learned[]): void {
  const { answers, factsSeen, recalledAfter, error, recalledLater, retained } = meanOf(learned)
  const values = [answers, factsSeen, recalledAfter, error, recalledLater, 100 * retained]
  say(`  ${word.padEnd(28)}${values.map(value => value.toFixed(1).padStart(11)).join('')}`)
}

function compare(candidates: readonly Candidate[], isWhole: boolean): void {
  const factCount = new Set(candidates.map(candidate => candidate.factId)).size
  say(`\n${candidates.length} questions about ${factCount} facts`)
  say(`${''.padEnd(30)}${columns.map(head => head.padStart(11)).join('')}`)
  for (const [name, mindOf] of minds) {
    say(name)
    const asProduct = everybody.map(learner => practise(candidates, asTheProduct, { mindOf, learner, days: DAYS }))
    line('as the product draws', asProduct)
    line(
      'at random',
      everybody.map(learner => practise(candidates, atRandom, { mindOf, learner, days: DAYS }))
    )
    // The timing alone: the same person, the same facts, as many answers.
    if (isWhole)
      line(
        'at random, the same facts',
        asProduct.map(({ seen }, learner) => practise(candidates, atRandomOf(seen), { mindOf, learner, days: DAYS }))
      )
  }
}

/**
 * A class of learners who answer five questions a day for ninety days, once as the product draws them and once at random, under
 * several models of true memory, in the whole bank and in a course as large as five a day can carry. Seeded: the same numbers everywhere.
 */
function main() {
  say(`${LEARNERS} learners, ${DAYS} days, five answers a day`)
  const bank = shippedCandidates()
  compare(bank, true)
  compare(courseOf(bank, COURSE_FACTS), false)
}

main()
