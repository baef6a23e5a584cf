import fc from 'fast-check'
import { history, onPaper } from '#world/sign-up-paper'
import { byTheRules } from '#world/sign-up-rules-run'

const HISTORIES = 12_000

test(`${HISTORIES} random histories of joining, leaving and offers go by the rules as they go on paper`, () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(history(40), steps => {
      const paper = onPaper(steps)
      expect(byTheRules(steps)).toEqual(paper)
      for (const one of [...paper.told, ...paper.standing.flat()]) seen.add(one.split(' ')[0] as string)
    }),
    { numRuns: HISTORIES }
  )
  // The histories went everywhere they could.
  const everywhere = [
    'confirmed',
    'waitlisted',
    'offered',
    'declined',
    'cancelled_early',
    'cancelled_late',
    'cancelled_by_organiser',
    'no_show'
  ]
  const refusals = ['already-joined', 'overlapping-shift', 'cool-down', 'sign-up-after-start', 'shift-closed', 'offer-over', 'not-joined']
  expect([...everywhere, ...refusals].filter(one => !seen.has(one))).toEqual([])
}, 120_000)
