/** Words that say what somebody does here. Before a name they are a title; every other word before a blank is part of the name. */
const TITLES: ReadonlySet<string> = new Set([
  ...['居民', '邻居', '审核员', '派遣员', '处置员', '核查员', '督导员', '组织者', '编辑', '管理员'],
  ...['志愿者', '网格员', '联络员', '工作人员']
])

/** What is drawn as nothing, or only on top of what stands before it. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{M}\p{C}\u2800]/gu

/**
 * A name as rosters and papers show it: its first character and two stars, 周**. A title before the name, parted by a blank, is left
 * out; of 王 小二 the family name is shown and never the given one.
 */
export function maskName(displayName: string): string {
  const words = displayName.replace(UNSEEN, '').trim().split(/\s+/)
  const name = words.length > 1 && TITLES.has(words[0] ?? '') ? words[1] : words[0]
  return `${String.fromCodePoint(name?.codePointAt(0) ?? 0x2a)}**`
}
