import { roles } from '#contract/people'
import { doorsOf, holdsCases, staffDoors } from '#app/components/staff-doors'

test('every role that works for the city has somewhere to go, and only who has cases is led to them', () => {
  for (const role of roles) {
    const doors = doorsOf([{ role }])
    expect([role, doors.length > 0]).toEqual([role, true])
    expect(doors.some(({ word }) => word === '案件')).toBe(holdsCases([{ role }]))
  }
  expect(doorsOf([{ role: 'organiser' }]).map(({ word }) => word)).toEqual(['志愿活动'])
  expect(doorsOf([{ role: 'editor' }]).map(({ word }) => word)).toEqual(['题库', '办知识竞赛', '知晓率调查'])
  expect(doorsOf([])).toEqual([])
})

test('an admin meets each door once', () => {
  expect(doorsOf([{ role: 'admin' }, { role: 'supervisor' }])).toEqual(staffDoors)
  expect(new Set(staffDoors.map(({ path }) => path)).size).toBe(staffDoors.length)
})
