import type { Category, CategoryEntry } from '#contract/report-shapes'

/** Units and rules name categories and groups in one column, so that a code is never both. */
export function faultOfCodes(
  entry: Pick<CategoryEntry, 'code' | 'groupCode'>,
  known: readonly Pick<Category, 'code' | 'groupCode'>[]
): { path: string; reason: string } | undefined {
  if (entry.code === entry.groupCode || known.some(category => category.groupCode === entry.code))
    return { path: 'code', reason: 'this code names a group' }
  if (known.some(category => category.code === entry.groupCode)) return { path: 'groupCode', reason: 'this code names a category' }
  return undefined
}

/** Whether anything would be left to file under once a category is gone. */
export const isLastToStay = (code: string, inForce: readonly Category[]) =>
  !inForce.some(category => category.code !== code && category.retiresOn === undefined)
