import { mastersFor, type MasterChoice } from '#app/features/reports/case-master-rules'

const choice = (reportId: string, state: MasterChoice['state']): MasterChoice => ({
  reportId,
  state,
  number: '2611-0001',
  name: '暴露垃圾',
  submittedAt: ''
})

test('a case joins an open or closed one, never itself nor one that has no end of its own', () => {
  const found = mastersFor('me', [
    choice('me', 'filed'),
    choice('a', 'handling'),
    choice('b', 'merged'),
    choice('c', 'closed'),
    choice('a', 'handling')
  ])
  expect(found.map(({ reportId }) => reportId)).toEqual(['a', 'c'])
})
