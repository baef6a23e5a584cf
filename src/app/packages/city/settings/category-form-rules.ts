import {
  CATEGORY_HOURS_MAX,
  CATEGORY_HOURS_MIN,
  CATEGORY_RADIUS_METRES_MAX,
  CATEGORY_RADIUS_METRES_MIN,
  type CategoryEntry
} from '#contract/report-shapes'

/** A category as somebody types it. */
export interface TypedCategory extends Pick<
  CategoryEntry,
  'code' | 'groupCode' | 'groupName' | 'name' | 'handler' | 'mode' | 'clock' | 'isUrgent' | 'isReferredByDefault'
> {
  hours: string
  radius: string
  quickButton?: string
  synonyms: string
  needsPhoto: boolean
}

/** What a new category begins with. */
export const newCategory: CategoryEntry = {
  ...{ code: '', groupCode: '', groupName: '', name: '', mode: 'FIX', hours: 24, clock: 'working', isUrgent: false },
  ...{ isReferredByDefault: false, duplicateRadiusMetres: 20, handler: '' }
}

export const typedOf = (category: CategoryEntry): TypedCategory => ({
  code: category.code,
  groupCode: category.groupCode,
  groupName: category.groupName,
  name: category.name,
  handler: category.handler,
  mode: category.mode,
  clock: category.clock,
  isUrgent: category.isUrgent,
  isReferredByDefault: category.isReferredByDefault,
  hours: `${category.hours}`,
  radius: `${category.duplicateRadiusMetres}`,
  quickButton: category.quickButton === undefined ? undefined : `${category.quickButton}`,
  synonyms: category.synonyms ?? '',
  needsPhoto: category.needsPhoto ?? true
})

const isBetween = (value: number, least: number, most: number) => value >= least && value <= most

/** What is saved, or the sentence for the first thing typed wrong. */
export function categoryFrom(typed: TypedCategory): { category: CategoryEntry } | { fault: string } {
  const [hours, radius] = [Number(typed.hours), Number(typed.radius)]
  const words = { code: typed.code.trim(), groupCode: typed.groupCode.trim(), groupName: typed.groupName.trim(), name: typed.name.trim() }
  if (words.name === '') return { fault: '名字不能空着。' }
  if (![words.code, words.groupCode].every(code => /^[\w.:-]+$/.test(code))) return { fault: '编号用数字或字母，最多十个，如 1001、10。' }
  if (words.groupName === '') return { fault: '写上大类的名字。' }
  if (!isBetween(hours, CATEGORY_HOURS_MIN, CATEGORY_HOURS_MAX))
    return { fault: `时限写 ${CATEGORY_HOURS_MIN} 到 ${CATEGORY_HOURS_MAX} 小时。` }
  if (!isBetween(radius, CATEGORY_RADIUS_METRES_MIN, CATEGORY_RADIUS_METRES_MAX))
    return { fault: `查重半径写 ${CATEGORY_RADIUS_METRES_MIN} 到 ${CATEGORY_RADIUS_METRES_MAX} 米。` }
  const { handler, mode, clock, isUrgent, isReferredByDefault, quickButton, needsPhoto } = typed
  const synonyms = typed.synonyms.trim().split(/\s+/).join(' ')
  return {
    category: {
      ...{ ...words, handler: handler.trim(), mode, clock, isUrgent, isReferredByDefault, hours, duplicateRadiusMetres: radius },
      ...{ synonyms, needsPhoto },
      ...(quickButton && { quickButton: Number(quickButton) })
    }
  }
}
