import type { AreaFault, AreaFaultKind, AreaWarning } from '#contract/area-faults'
import type { Use } from '#contract/places'
import { Refused } from '#app/platform/refused'

/** What the sentences about a fault may name. */
interface Named {
  other: string
  share: string
}

/** One sentence a kind, about the area that is named before it. */
export const areaFaultWords: Record<AreaFaultKind, (named: Named) => string> = {
  'other-crs': () => '文件写明用的不是 WGS-84 经纬度。请在制图软件里转成 WGS-84（EPSG:4326）再导出。',
  'same-id': ({ other }) => `编号和${other}重复了，一个编号只能出现一次。`,
  'kind-changed': () => '层级和现有的不一样。已有的编号不能换层级，请用新的编号。',
  retired: () => '这个编号已经停用。先恢复它，或换一个编号。',
  'second-city': ({ other }) => `一座城市只有一个，已经有${other}了。`,
  'city-with-parent': () => '市县是最上一级，parentId 要写 null。',
  'no-parent': () => '没有写上级区域（parentId）。',
  'parent-missing': () => '上级区域的编号，文件里和现有区域里都找不到。',
  'parent-kind': () => '上级区域不是它的上一级（网格归社区，社区归街道，街道归市县）。',
  'parent-retired': () => '它的上级区域已经停用。',
  metres: () => '坐标像是以米为单位的投影坐标。请转成经纬度（WGS-84）再导出。',
  'swapped-axes': () => '坐标像是纬度在前。请换成经度在前、纬度在后。',
  'out-of-range': () => '坐标超出了经纬度的范围，经度在前、纬度在后，单位是度。',
  'no-surface': () => '图形没有面积，看看是不是只画了一条线。',
  'moved-away': () => '和现在的市县完全不在一个地方，看看是不是别的城市的边界。',
  'outside-parent': ({ other, share }) => `有 ${share} 在上级区域${other}外面，看看图形或上级是不是弄错了。`,
  'child-outside': ({ other, share }) => `改了以后，${other}有 ${share} 落在它外面。把下级一起改好再导入。`,
  overlap: ({ other, share }) => `和${other}重叠了 ${share}，同一级的区域不能重叠。`,
  unusable: () => '按这份文件拼不出完整的地图。'
}

interface NamedFeature {
  properties: { name: string }
}

const percent = (share: number | undefined) => `${Math.max(1, Math.round((share ?? 0) * 100))}%`
const called = (index: number, features: readonly NamedFeature[]) => `第 ${index + 1} 个区域“${features[index]?.properties.name ?? ''}”`

/** A fault in words, with the area it is about by place and name. */
export function wordsForAreaFault(fault: AreaFault, features: readonly NamedFeature[]): string {
  const index = /^features\.(\d+)/.exec(fault.path)?.[1]
  const other = fault.otherIndex === undefined ? `“${fault.otherName ?? '另一个区域'}”` : called(fault.otherIndex, features)
  const words = areaFaultWords[fault.fault]({ other, share: percent(fault.share) })
  return index === undefined ? words : `${called(Number(index), features)}：${words}`
}

/** The faults a refused import names, in words; empty for any other refusal. */
export function areaFaultsIn(error: unknown, features: readonly NamedFeature[]): string[] {
  if (!(error instanceof Refused) || error.code !== 'bad-input') return []
  const faults = (error.data?.faults ?? []) as Partial<AreaFault>[]
  return faults.flatMap(fault => (fault.fault && fault.path ? [wordsForAreaFault(fault as AreaFault, features)] : []))
}

const warningWords: Record<AreaWarning['kind'], (warning: AreaWarning) => string> = {
  gap: ({ share }) => `有 ${percent(share)} 没有下级区域，那里的居民选不到网格。`,
  sliver: () => '和旁边的边界有一点点没对齐，可以导入。',
  'same-name': () => '同一个上级里有同名的区域，居民会分不清。',
  'outside-china': () => '不在中国范围内，确认一下坐标。',
  'cases-outside': ({ count }) => `有 ${count ?? 0} 件没办完的案件，位置不在它的新边界里，仍归它办。`
}
export const wordsForAreaWarning = (warning: AreaWarning) => `“${warning.name}”${warningWords[warning.kind](warning)}`

const useWords: Record<Use['kind'], string> = {
  areas: '下级区域',
  cases: '没办完的案件',
  people: '有身份的人',
  units: '负责这里的单位',
  rules: '派遣规则',
  activities: '志愿活动',
  rewards: '兑换中的奖品',
  organisations: '志愿组织',
  surveys: '进行中的调查'
}

/** What still needs something, in words: “没办完的案件 3 件：2611-0001、…”. */
export const wordsForUses = (uses: readonly Use[]) =>
  uses.map(({ kind, count, names }) => `${useWords[kind]} ${count} 个：${names.join('、')}${count > names.length ? '等' : ''}`)

/** What hangs on something whose retirement was refused; empty for any other refusal. */
export const usesIn = (error: unknown): string[] =>
  error instanceof Refused && error.code === 'still-in-use' ? wordsForUses((error.data?.uses ?? []) as Use[]) : []
