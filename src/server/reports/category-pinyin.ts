import { pinyin } from 'pinyin-pro'

/** How a category is found by typing letters: full pinyin and initials, e.g. `baolulaji bllj`. */
export function pinyinOf(name: string): string {
  const options = { toneType: 'none', type: 'array', nonZh: 'removed' } as const
  const syllables = pinyin(name, options)
  const initials = pinyin(name, { ...options, pattern: 'first' })
  return `${syllables.join('')} ${initials.join('')}`
}
