import { joinPages } from '#app/features/reports/report-list-rules'

test('a report that stands in the fresh first page is not shown again from an older one', () => {
  const newest = [
    { reportId: 'c', state: 'closed' },
    { reportId: 'b', state: 'filed' }
  ]
  const older = [
    { reportId: 'b', state: 'submitted' },
    { reportId: 'a', state: 'closed' },
    { reportId: 'a', state: 'closed' }
  ]
  expect(joinPages(newest, older)).toEqual([...newest, { reportId: 'a', state: 'closed' }])
})
