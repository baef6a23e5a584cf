import { reportStates, type ReportState } from '#contract/report-states'

/** What the list of the workbench shows: the queue of my roles, units asking to suspend, or one state. */
export type WorkTab = 'mine' | 'suspension' | ReportState

export interface WorkFilter {
  tab: WorkTab
  areaId?: string
  unitId?: string
  categoryCode?: string
  isOverdue: boolean
  /** The first digits of a report number. */
  number: string
}

export const emptyFilter: WorkFilter = { tab: 'mine', isOverdue: false, number: '' }

const NUMBER_LENGTH_MAX = 20
const isTab = (text: string | undefined): text is WorkTab =>
  text === 'mine' || text === 'suspension' || (reportStates as readonly string[]).includes(text ?? '')

/** The filter as the query of an address; what is not set is left out, so that the plain queue has a plain address. */
export function addressOf(filter: WorkFilter): Record<string, string> {
  return {
    ...(filter.tab !== 'mine' && { tab: filter.tab }),
    ...(filter.areaId && { area: filter.areaId }),
    ...(filter.unitId && { unit: filter.unitId }),
    ...(filter.categoryCode && { category: filter.categoryCode }),
    ...(filter.isOverdue && { overdue: '1' }),
    ...(filter.number && { number: filter.number })
  }
}

/** The filter an address asks for; whatever it says that means nothing is passed over. */
export function filterOf(address: Readonly<Record<string, string | undefined>>): WorkFilter {
  return {
    tab: isTab(address.tab) ? address.tab : 'mine',
    ...(address.area && { areaId: address.area }),
    ...(address.unit && { unitId: address.unit }),
    ...(address.category && { categoryCode: address.category }),
    isOverdue: address.overdue === '1',
    number: (address.number ?? '').slice(0, NUMBER_LENGTH_MAX)
  }
}

/** What `reports/listWork` is asked. */
export function questionOf({ tab, areaId, unitId, categoryCode, isOverdue, number }: WorkFilter) {
  return {
    ...(tab === 'suspension' ? { asksSuspension: true } : tab !== 'mine' && { state: tab }),
    ...(areaId && { areaId }),
    ...(unitId && { unitId }),
    ...(categoryCode && { categoryCode }),
    ...(isOverdue && { isOverdue: true }),
    ...(number.trim() && { number: number.trim() })
  }
}

/** How many of the sheet's filters are set; the number search and the tab show themselves. */
export const filterCount = ({ areaId, unitId, categoryCode, isOverdue }: WorkFilter) =>
  [areaId, unitId, categoryCode, isOverdue || undefined].filter(Boolean).length

export const isNarrowed = (filter: WorkFilter) => filterCount(filter) > 0 || filter.number.trim() !== ''
