import type { Persona, Role } from '#contract/people'
import { DEMO_CITY_ID } from '#server/demo/demo-areas'
import type { DemoPeople } from '#server/operation'
import { demoUnits } from '#server/demo/demo-units'

export interface DemoPerson {
  persona: Persona
  displayName: string
  /** One line for the page where one picks a persona. */
  description: string
}

/** What a grant says, before the store gives it an id. */
export interface DemoGrant {
  role: Role
  areaId?: string
  unitId?: string
}

export const demoCast: Readonly<Record<Persona, DemoPerson>> = {
  resident: { persona: 'resident', displayName: '居民 小满', description: '住在桂花社区，上下班路上看到什么，顺手拍一张' },
  neighbour: { persona: 'neighbour', displayName: '邻居 老周', description: '退休教师，每天绕河走一圈，认得每一棵树' },
  reviewer: { persona: 'reviewer', displayName: '审核员 苏禾', description: '看新来的上报，缺什么就问一句，该立案就立案' },
  dispatcher: { persona: 'dispatcher', displayName: '派遣员 何川', description: '把上报交给合适的单位，也和外部部门保持联络' },
  handler: { persona: 'handler', displayName: '处置员 大刘', description: '到现场把事情做好，再拍一张照片' },
  verifier: { persona: 'verifier', displayName: '核查员 林晓', description: '对照前后照片和现场，确认真的解决了' },
  supervisor: { persona: 'supervisor', displayName: '督导员 方宁', description: '盯着超时和返工，处理挂账和重办申请' },
  organiser: { persona: 'organiser', displayName: '组织者 阿岚', description: '发起志愿活动，安排班次，确认时长' },
  editor: { persona: 'editor', displayName: '编辑 许言', description: '写题目和公开的文字，让人一看就懂' },
  admin: { persona: 'admin', displayName: '管理员 程路', description: '管理区域、单位、类别和各人的权限' }
}

const rolesOf: Readonly<Record<Persona, readonly Role[]>> = {
  resident: [],
  neighbour: [],
  reviewer: ['reviewer'],
  dispatcher: ['dispatcher', 'liaison'],
  handler: [],
  verifier: ['verifier'],
  supervisor: ['supervisor'],
  organiser: ['organiser'],
  editor: ['editor'],
  admin: ['admin']
}

/** Grants of a persona. Staff serve the whole demo city; the handler works for every unit, so that one sign-in shows all of them. */
export function grantsOf(persona: Persona): DemoGrant[] {
  if (persona === 'handler') return demoUnits.map(({ unitId }) => ({ role: 'handler', unitId }))
  return rolesOf[persona].map(role => ({ role, areaId: DEMO_CITY_ID }))
}

const crowdNames = [
  '一禾',
  '阿宁',
  '小鱼',
  '周末',
  '木子',
  '云朵',
  '老陈',
  '青青',
  '小北',
  '安安',
  '石头',
  '豆豆',
  '阿梅',
  '乐乐',
  '长风',
  '晓月',
  '大勇',
  '圆圆',
  '知夏',
  '米粒'
]

export const DEMO_CROWD_SIZE = crowdNames.length

/** The display name of a `crowd-n` of the report plan, n from 1 to `DEMO_CROWD_SIZE`. */
export function crowdName(n: number): string {
  const name = crowdNames[n - 1]
  if (!name) throw new Error(`The demo crowd has no number ${n}.`)
  return name
}

/** The cast as signing in takes it. */
export const demoPeople: DemoPeople = {
  of: persona => ({ displayName: demoCast[persona].displayName, grants: grantsOf(persona) })
}
