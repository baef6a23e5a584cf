import type { Role } from '#contract/people'
import type { IconName } from '#app/components/icon-names'
import { staffPaths } from '#app/platform/staff-paths'

export interface StaffDoor {
  path: string
  word: string
  line: string
  icon: IconName
  roles: readonly Role[]
}

/** Who has cases: the roles whose queues `reports/listWork` answers. */
const caseRoles: readonly Role[] = ['reviewer', 'dispatcher', 'handler', 'verifier', 'supervisor', 'liaison', 'admin']

/** Everything staff work with, in one order wherever it is listed; the pages and the server look at the rights again. */
export const staffDoors: readonly StaffDoor[] = [
  { path: staffPaths.work, word: '案件', line: '等你处理的案件', icon: 'briefcase', roles: caseRoles },
  { path: staffPaths.map, word: '地图', line: '在办的案件在哪里', icon: 'map', roles: caseRoles },
  {
    ...{ path: staffPaths.activities, word: '志愿活动', line: '建活动、审核、现场台、认定时长', icon: 'volunteer' },
    roles: ['organiser', 'reviewer', 'supervisor', 'admin']
  },
  {
    ...{ path: staffPaths.rewards, word: '积分超市管理', line: '交付、备货、奖品和库存', icon: 'gift' },
    roles: ['liaison', 'supervisor', 'admin']
  },
  { path: staffPaths.bank, word: '题库', line: '写题、审题、停用知识点', icon: 'quiz', roles: ['editor', 'admin'] },
  { path: staffPaths.contests, word: '办知识竞赛', line: '写方案、发布、看成绩', icon: 'medal', roles: ['editor', 'admin'] },
  { path: staffPaths.waves, word: '知晓率调查', line: '抽样、发链接、看报告', icon: 'people', roles: ['editor', 'supervisor', 'admin'] },
  { path: staffPaths.points, word: '积分账', line: '总账、规则、更正、查账', icon: 'points', roles: ['supervisor', 'admin'] },
  { path: staffPaths.ranking, word: '排名', line: '各单位办得怎么样', icon: 'list', roles: ['supervisor', 'admin'] },
  { path: staffPaths.settings, word: '设置', line: '类别、单位、人员、区域', icon: 'settings', roles: ['admin'] }
]

type Grants = readonly { role: Role }[]

/** What the roles of somebody open. */
export const doorsOf = (grants: Grants): readonly StaffDoor[] =>
  staffDoors.filter(({ roles }) => grants.some(({ role }) => roles.includes(role)))

export const holdsCases = (grants: Grants) => grants.some(({ role }) => caseRoles.includes(role))
