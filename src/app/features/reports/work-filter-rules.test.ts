import fc from 'fast-check'
import { reportStates } from '#contract/report-states'
import {
  addressOf,
  emptyFilter,
  filterCount,
  filterOf,
  isNarrowed,
  questionOf,
  type WorkFilter
} from '#app/features/reports/work-filter-rules'

const id = fc.stringMatching(/^[\w.:-]{1,20}$/)
const anyFilter: fc.Arbitrary<WorkFilter> = fc
  .record({
    tab: fc.constantFrom('mine' as const, 'suspension' as const, ...reportStates),
    areaId: fc.option(id, { nil: undefined }),
    unitId: fc.option(id, { nil: undefined }),
    categoryCode: fc.option(id, { nil: undefined }),
    isOverdue: fc.boolean(),
    number: fc.stringMatching(/^[\d-]{0,20}$/)
  })
  .map(filter => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as unknown as WorkFilter)

test('a filter written into the address comes back the same, so a reload keeps it', () => {
  fc.assert(fc.property(anyFilter, filter => expect(filterOf(addressOf(filter))).toEqual(filter)))
})

test('the plain queue has a plain address', () => {
  expect(addressOf(emptyFilter)).toEqual({})
  expect(filterOf({})).toEqual(emptyFilter)
})

test('an address somebody mistyped shows the plain queue', () => {
  expect(filterOf({ tab: 'nonsense', overdue: 'yes' })).toEqual(emptyFilter)
})

test('a state asks for the state, the queue asks for nothing, and requests ask for requests', () => {
  expect(questionOf(emptyFilter)).toEqual({})
  expect(questionOf({ ...emptyFilter, tab: 'handled', isOverdue: true })).toEqual({ state: 'handled', isOverdue: true })
  expect(questionOf({ ...emptyFilter, tab: 'suspension' })).toEqual({ asksSuspension: true })
  expect(questionOf({ ...emptyFilter, number: ' 2611-04 ' })).toEqual({ number: '2611-04' })
})

test('the count of filters leaves out the tab and the number', () => {
  expect(filterCount({ ...emptyFilter, tab: 'filed', number: '26', areaId: 'a', isOverdue: true })).toBe(2)
  expect(isNarrowed({ ...emptyFilter, number: '26' })).toBe(true)
  expect(isNarrowed({ ...emptyFilter, tab: 'filed' })).toBe(false)
})
