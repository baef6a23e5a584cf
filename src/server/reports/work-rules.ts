import type { Grant, Role } from '#contract/people'
import type { ReportState } from '#contract/report-states'
import { openReportStates } from '#contract/report-states'
import type { PlaceBook } from '#server/places/place-book'
import { reportRoles } from '#server/reports/report-rules'
import type { WorkLane, WorkScope } from '#server/reports/report-work-store'

/** Which states wait for which role: the column "Owner" of the state table. */
export const statesOfRole: Partial<Record<Role, readonly ReportState[]>> = {
  reviewer: ['submitted'],
  dispatcher: ['filed'],
  handler: ['dispatched', 'handling'],
  verifier: ['handled'],
  supervisor: ['objection', 'suspended'],
  liaison: ['referred']
}

const emptyScope = () => ({ cityIds: [] as string[], streetIds: [] as string[], communityIds: [] as string[], gridIds: [] as string[], unitIds: [] as string[] })

function scopeOfGrants(grants: readonly Grant[], places: PlaceBook): WorkScope {
  const scope = emptyScope()
  const idsByKind = { city: scope.cityIds, street: scope.streetIds, community: scope.communityIds, grid: scope.gridIds }
  for (const grant of grants) {
    const kind = grant.areaId ? places.areaOf(grant.areaId)?.kind : undefined
    if (kind && grant.areaId && grant.role !== 'handler') idsByKind[kind].push(grant.areaId)
    if (grant.unitId && grant.role === 'handler') scope.unitIds.push(grant.unitId)
  }
  return scope
}

/** Everything a person's grants reach. */
export const scopeOf = (grants: readonly Grant[], places: PlaceBook): WorkScope => scopeOfGrants(grants.filter(grant => reportRoles.includes(grant.role)), places)

export const isEmptyScope = (scope: WorkScope) => Object.values(scope).every(ids => ids.length === 0)

/** The states that wait for a person, in the order of a report's life. */
export function statesOf(grants: readonly Grant[]): ReportState[] {
  const states = new Set(grants.flatMap(grant => statesOfRole[grant.role] ?? []))
  return openReportStates.filter(state => states.has(state))
}

/** The lanes of a person's queue: for each waiting state, what the grants that wait for it reach. */
export function lanesOf(grants: readonly Grant[], places: PlaceBook): WorkLane[] {
  return statesOf(grants).map(state => ({
    state,
    scope: scopeOfGrants(
      grants.filter(grant => statesOfRole[grant.role]?.includes(state)),
      places
    )
  }))
}
