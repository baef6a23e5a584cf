import type { Category } from '#contract/report-shapes'

/** A category as somebody types it. */
export interface TypedCategory extends Pick<Category, 'name' | 'handler' | 'mode' | 'clock' | 'isUrgent' | 'isReferredByDefault'> {
  hours: string
  radius: string
  quickButton?: string
}

const HOURS_MIN = 0.25
const HOURS_MAX = 2000
const RADIUS_METRES_MIN = 10
const RADIUS_METRES_MAX = 100

export const typedOf = (category: Category): TypedCategory => ({
  name: category.name,
  handler: category.handler,
  mode: category.mode,
  clock: category.clock,
  isUrgent: category.isUrgent,
  isReferredByDefault: category.isReferredByDefault,
  hours: `${category.hours}`,
  radius: `${category.duplicateRadiusMetres}`,
  quickButton: category.quickButton === undefined ? undefined : `${category.quickButton}`
})

const isBetween = (value: number, least: number, most: number) => value >= least && value <= most

/** What is saved, or the sentence for the first thing typed wrong. */
export function categoryFrom(
  category: Category,
  typed: TypedCategory
): { category: Omit<Category, 'version' | 'pinyin'> } | { fault: string } {
  const hours = Number(typed.hours)
  const radius = Number(typed.radius)
  if (typed.name.trim() === '') return { fault: '名字不能空着。' }
  if (!isBetween(hours, HOURS_MIN, HOURS_MAX)) return { fault: `时限写 ${HOURS_MIN} 到 ${HOURS_MAX} 小时。` }
  if (!isBetween(radius, RADIUS_METRES_MIN, RADIUS_METRES_MAX))
    return { fault: `查重半径写 ${RADIUS_METRES_MIN} 到 ${RADIUS_METRES_MAX} 米。` }
  const { version: _version, pinyin: _pinyin, quickButton: _quick, ...rest } = category
  const { name, handler, mode, clock, isUrgent, isReferredByDefault, quickButton } = typed
  return {
    category: {
      ...rest,
      ...{ name: name.trim(), handler: handler.trim(), mode, clock, isUrgent, isReferredByDefault, hours, duplicateRadiusMetres: radius },
      ...(quickButton && { quickButton: Number(quickButton) })
    }
  }
}
