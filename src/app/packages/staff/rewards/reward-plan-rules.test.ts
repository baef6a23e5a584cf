import { emptyReward, planFrom } from '#app/packages/staff/rewards/reward-plan-rules'

const typed = {
  ...emptyReward,
  title: '毛巾',
  communityId: 'c1',
  price: '30',
  stock: '20',
  pickUpPlace: '社区服务站',
  pickUpHours: '工作日 9:00–17:00'
}
const faultOf = (change: Partial<typeof typed>, isNew = true) => {
  const read = planFrom({ ...typed, ...change }, isNew)
  return 'fault' in read ? read.fault : undefined
}

test('what is filled in becomes a plan, and what was left empty is left out of it', () => {
  expect(planFrom(typed, true)).toEqual({
    stock: 20,
    plan: {
      ...{ title: '毛巾', kind: 'daily', communityId: 'c1', price: 30, perPersonLimit: 1, limitPeriod: 'month', needsPreparing: false },
      ...{ pickUpPlace: '社区服务站', pickUpHours: '工作日 9:00–17:00' }
    }
  })
})

test('each thing that is missing or out of bounds is said by itself', () => {
  expect(faultOf({ title: ' 毛 ' })).toContain('叫什么')
  expect(faultOf({ communityId: undefined })).toContain('社区')
  for (const price of ['', '0', '10001', '3.5', '-3']) expect(faultOf({ price })).toContain('多少分')
  for (const perPersonLimit of ['0', '101']) expect(faultOf({ perPersonLimit })).toContain('每人最多')
  expect(faultOf({ stock: '' })).toContain('多少件')
  expect(faultOf({ opensOn: '2026-12-02', closesOn: '2026-12-01' })).toContain('结束的日子')
})

test('nothing on the shelf yet is a number too; a reward that exists is counted elsewhere', () => {
  expect(faultOf({ stock: '0' })).toBeUndefined()
  expect(faultOf({ stock: '' }, false)).toBeUndefined()
})
