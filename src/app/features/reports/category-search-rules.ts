import type { Category } from '#contract/report-shapes'

type Searched = Pick<Category, 'code' | 'name' | 'groupCode' | 'groupName' | 'pinyin' | 'quickButton' | 'synonyms'>

export interface CategoryGroup<C> {
  groupCode: string
  groupName: string
  categories: C[]
}

const folded = (word: string) => word.toLowerCase().replace(/\s+/g, '')

/** How well a category answers to a word: 0 best, `undefined` not at all. `pinyin` holds full pinyin and initials. */
function rankOf(category: Searched, word: string): number | undefined {
  const [full = '', initials = ''] = category.pinyin.split(' ')
  const synonyms = (category.synonyms ?? '').toLowerCase().split(' ').filter(Boolean)
  const questions = [
    category.name.startsWith(word),
    category.name.toLowerCase().includes(word),
    synonyms.includes(word),
    synonyms.some(said => said.startsWith(word)),
    initials.startsWith(word),
    full.startsWith(word),
    initials.includes(word),
    full.includes(word),
    category.groupName.includes(word),
    // 狗屎好多: a whole phrase holds an everyday word.
    word.length > 2 && synonyms.some(said => said.length > 1 && word.includes(said))
  ]
  const rank = questions.indexOf(true)
  return rank < 0 ? undefined : rank
}

/** Categories that answer to a word, to pinyin (`laji`) or to initials (`lj`), the closest first. No word: all, as given. */
export function searchCategories<C extends Searched>(categories: readonly C[], word: string): C[] {
  const wanted = folded(word)
  if (!wanted) return [...categories]
  return categories
    .map((category, index) => ({ category, index, rank: rankOf(category, wanted) }))
    .filter(found => found.rank !== undefined)
    .sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0) || one.index - other.index)
    .map(found => found.category)
}

/** By group, in the order of the group codes; 其他 stands last because its code does. */
export function groupCategories<C extends Searched>(categories: readonly C[]): CategoryGroup<C>[] {
  const groups = new Map<string, CategoryGroup<C>>()
  for (const category of categories) {
    const { groupCode, groupName } = category
    const group = groups.get(groupCode) ?? { groupCode, groupName, categories: [] }
    group.categories.push(category)
    groups.set(groupCode, group)
  }
  return [...groups.values()]
    .sort((one, other) => one.groupCode.localeCompare(other.groupCode))
    .map(group => ({ ...group, categories: group.categories.sort((one, other) => one.code.localeCompare(other.code)) }))
}

/** The big buttons, 1–5. */
export const quickCategories = <C extends Searched>(categories: readonly C[]): C[] =>
  categories
    .filter(category => category.quickButton !== undefined)
    .sort((one, other) => (one.quickButton ?? 0) - (other.quickButton ?? 0))
    .slice(0, 5)
