import type { Flag } from '#contract/volunteering-shapes'
import { groupsOf, peopleOf } from '#app/features/organising/flag-group-rules'

const flag = (flagId: string, more: Partial<Flag> = {}): Flag => ({
  ...{ flagId, kind: 'shared-device', at: '2026-11-16T01:01:00.000Z', organisationId: 'o1', organisationName: '石榴社区志愿服务队' },
  ...{ shiftId: 's1', maskedName: '小**', facts: { people: 3 } },
  ...more
})

test('one cause stands as one card: the same thing, of one shift, whoever it is about', () => {
  const groups = groupsOf([flag('a'), flag('b', { maskedName: '米**' }), flag('c', { shiftId: 's2' }), flag('d', { kind: 'teleport' })])
  expect(groups.map(({ flags }) => flags.map(({ flagId }) => flagId))).toEqual([['a', 'b'], ['c'], ['d']])
  expect(groups.map(peopleOf)).toEqual(['小**、米**', '小**', '小**'])
})

test('what was decided is not decided again with others', () => {
  const groups = groupsOf([flag('a'), flag('b'), flag('c', { decision: 'cleared' }), flag('d', { decision: 'cleared' })])
  expect(groups.map(({ flags }) => flags.length)).toEqual([2, 1, 1])
})

test('the same thing at two organisations is two causes', () => {
  const { shiftId: _, maskedName: __, ...ofOffice } = flag('a', { kind: 'typed-share' })
  expect(groupsOf([ofOffice, { ...ofOffice, flagId: 'b', organisationId: 'o2' }])).toHaveLength(2)
})
