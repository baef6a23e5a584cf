import { DEMO_CITY_ID, demoAreaChain } from '#server/demo/demo-areas'

export interface DemoUnit {
  unitId: string
  name: string
  /** `covers` is a category code, a group code or `*`. */
  coverage: readonly { areaId: string; covers: string }[]
}

export interface DemoRoutingRule {
  ruleId: string
  covers: string
  areaId: string
  unitId: string
}

const unit = (key: string, name: string, covers: readonly string[], areaIds: readonly string[] = [DEMO_CITY_ID]): DemoUnit => ({
  unitId: `demo-unit-${key}`,
  name,
  coverage: areaIds.flatMap(areaId => covers.map(each => ({ areaId, covers: each })))
})

/** The first covers everything, so that no report is ever without a unit it may go to. */
export const demoUnits: readonly DemoUnit[] = [
  unit('centre', '城市综合管理服务中心', ['*']),
  unit('sanitation', '环境卫生管理所', ['1001', '1002', '1003', '1004', '1005', '1006', '1009', '4004', '5001', '5002', '6009']),
  unit('enforcement', '城管执法中队', ['1003', '1008', '2001', '2005', '3001', '3002', '3003', '40', '7003', '8004', '90']),
  unit('works', '市政设施维护站', ['1007', '6001', '6002', '6003', '6004', '6005', '6008', '9002']),
  unit('gardens', '园林绿化养护所', ['1004', '5007', '70']),
  unit('traffic', '交警大队秩序中队', ['30', '5003', '6005', '6006']),
  unit('neighbourhood', '社区物业联合服务站', ['1001', '1004', '20', '3002', '3004', '50', '6008', '6009', '7003', '80']),
  unit('lines', '通信与供电联合抢修队', ['6004', '6007'])
]

/** Only what cannot wait for a person goes out by itself: an open manhole, a hanging cable, a blocked fire lane. */
export const demoRoutingRules: readonly DemoRoutingRule[] = [
  { ruleId: 'demo-rule-manhole', covers: '6001', areaId: DEMO_CITY_ID, unitId: 'demo-unit-works' },
  { ruleId: 'demo-rule-cable', covers: '6007', areaId: DEMO_CITY_ID, unitId: 'demo-unit-lines' },
  { ruleId: 'demo-rule-fire-lane', covers: '8001', areaId: DEMO_CITY_ID, unitId: 'demo-unit-neighbourhood' }
]

/** Whether the unit is responsible for a category (four digits, the first two name its group) in a grid. */
export function isCovered(unitId: string, categoryCode: string, gridId: string): boolean {
  const chain = demoAreaChain(gridId)
  const names = ['*', categoryCode.slice(0, 2), categoryCode]
  return demoUnits.some(
    each => each.unitId === unitId && each.coverage.some(row => chain.includes(row.areaId) && names.includes(row.covers))
  )
}
