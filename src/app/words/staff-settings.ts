import type { AreaKind } from '#contract/places'
import type { Role } from '#contract/people'
import type { HandlingMode } from '#contract/report-states'
import { wordsForError } from '#app/words/refusals'
import { usesIn } from '#app/words/area-files'
import { faultPaths } from '#app/words/staff-faults'

export const modeWords: Record<HandlingMode, string> = { FIX: '恢复原样', ACT: '劝导执法', CLUE: '登记线索' }
export const areaKindWords: Record<AreaKind, string> = { city: '市县', street: '街道', community: '社区', grid: '网格' }

/** What a role needs to know its place by. */
export const grantNeeds = (role: Role): 'unit' | 'area' => (role === 'handler' ? 'unit' : 'area')

/** Names of fields the server may find fault with, as they stand on the forms. */
const fieldWords: Record<string, string> = {
  on: '日期',
  code: '编号',
  groupCode: '大类编号',
  groupName: '大类名字',
  hours: '时限',
  duplicateRadiusMetres: '查重半径',
  quickButton: '首页大按钮',
  name: '名字',
  handler: '由谁办',
  covers: '类别',
  areaId: '区域',
  unitId: '单位',
  personId: '人员',
  date: '日期',
  coverage: '管辖表',
  parentId: '上级区域',
  coordinates: '坐标',
  geometry: '图形',
  kind: '层级',
  features: '文件内容',
  type: '文件格式'
}

/** The last part of a path that has a word, with the place in a list where there is one: 第 3 个的上级区域. */
function placeOf(path: string): string {
  const parts = path.split('.')
  const index = parts.find(part => /^\d+$/.test(part))
  const field = [...parts].reverse().find(part => fieldWords[part])
  const name = field ? fieldWords[field] : undefined
  return `${index === undefined ? '' : `第 ${Number(index) + 1} 个的`}${name ?? '填写'}`
}

/** A refusal of a settings form: where the server names the field, the field is named. */
export function wordsForSettings(error: unknown): string {
  const uses = usesIn(error)
  if (uses.length > 0) return `还不能停用，先把这些办完或改掉：${uses.join('；')}。`
  const places = [...new Set(faultPaths(error).map(placeOf))]
  return places.length > 0 ? `这里要改一下：${places.slice(0, 3).join('、')}。填好的都还在。` : wordsForError(error)
}
