import { outcomeOf } from '#app/features/volunteering/arrival-outcome-rules'
import { Offline, Refused } from '#app/platform/refused'

const SCANNED = { phase: 'in', isTyped: false } as const
const AT = new Date('2026-11-21T04:00:00.000Z')

test('a code that was used because the answer got lost counts as done', () => {
  expect(outcomeOf(SCANNED, new Refused('code-used', '', { state: 'checked_in' }), AT)).toEqual({
    ...{ kind: 'done', phase: 'in', state: 'checked_in', at: AT }
  })
})

test('a used code behind which nothing stands is a no', () => {
  expect(outcomeOf(SCANNED, new Refused('code-used', '', { state: 'none' }), AT).kind).toBe('refused')
  expect(outcomeOf(SCANNED, new Refused('code-used', '', { state: 'made up' }), AT).kind).toBe('refused')
  expect(outcomeOf(SCANNED, new Refused('code-used', ''), AT).kind).toBe('refused')
})

test('typed digits that do not fit are told apart from a code that was scanned too late', () => {
  const stale = new Refused('code-expired', '')
  expect(outcomeOf({ phase: 'in', isTyped: true }, stale, AT)).toMatchObject({ areDigitsWrong: true })
  expect(outcomeOf(SCANNED, stale, AT)).toMatchObject({ areDigitsWrong: false })
  expect(outcomeOf({ phase: 'in', isTyped: true }, new Offline(), AT)).toMatchObject({ kind: 'refused', areDigitsWrong: false })
})
