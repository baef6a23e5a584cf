import type { Persona, Role } from '#contract/people'

export const roleWords: Record<Role, string> = {
  reviewer: '审核员',
  dispatcher: '派遣员',
  handler: '处置员',
  verifier: '核查员',
  supervisor: '督导员',
  liaison: '转办联络员',
  organiser: '活动组织者',
  editor: '内容编辑',
  admin: '管理员'
}

interface PersonaWords {
  name: string
  line: string
}

export const personaWords: Record<Persona, PersonaWords> = {
  resident: { name: '居民', line: '拍下身边的问题，看它怎么解决' },
  neighbour: { name: '邻居', line: '住在同一个网格，也会遇到同样的事' },
  reviewer: { name: '审核员', line: '看新来的上报，决定受理还是问一句' },
  dispatcher: { name: '派遣员', line: '把案件交给负责的单位' },
  handler: { name: '处置员', line: '单位里的人，到现场把事办好' },
  verifier: { name: '核查员', line: '到现场看是不是真办好了' },
  supervisor: { name: '督导员', line: '盯超期，裁定异议和挂账' },
  organiser: { name: '组织者', line: '社区里张罗志愿活动的人' },
  editor: { name: '内容编辑', line: '写应知应会的题和知识' },
  admin: { name: '管理员', line: '管网格、类别、单位和人员' }
}

export const personaGroups: readonly { title: string; personas: readonly Persona[] }[] = [
  { title: '住在这里', personas: ['resident', 'neighbour'] },
  { title: '办理一件事', personas: ['reviewer', 'dispatcher', 'handler', 'verifier', 'supervisor'] },
  { title: '组织与管理', personas: ['organiser', 'editor', 'admin'] }
]
