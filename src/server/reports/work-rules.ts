import type { Grant, Role } from '#contract/people'
import type { ReportState } from '#contract/report-states'
import { openReportStates } from '#contract/report-states'
import type { AreaKind } from '#contract/places'
import { reportRoles } from '#server/reports/report-rules'

/** What a role reaches: whole areas by kind, or units. */
export interface WorkScope {
  cityIds: readonly string[]
  streetIds: readonly string[]
  communityIds: readonly string[]
  gridIds: readonly string[]
  unitIds: readonly string[]
  /** Grants that name an area and a unit reach what lies in the one and with the other. */
  unitsInAreas: readonly { areaId: string; unitId: string }[]
}

/** Reports in one state within one scope, or only those of them that wait for something particular. */
export interface WorkLane {
  state: ReportState
  scope: WorkScope
  only?: WaitsFor
}

/** `assignment`: units returned it so often that a supervisor chooses. `suspension`: its unit asks to suspend it. */
export type WaitsFor = 'assignment' | 'suspension'

/** What kind of area an id names, where it names one. */
type KindOf = (areaId: string) => AreaKind | undefined

/** Which states wait for which role: the column "Owner" of the state table. */
export const statesOfRole: Partial<Record<Role, readonly ReportState[]>> = {
  reviewer: ['submitted'],
  dispatcher: ['filed'],
  handler: ['dispatched', 'handling'],
  verifier: ['handled'],
  supervisor: ['objection', 'suspended'],
  liaison: ['referred']
}

/** What waits for a role within a state that is another's. */
const extraLanesOfRole: Partial<Record<Role, readonly { state: ReportState; only: WaitsFor }[]>> = {
  supervisor: [
    { state: 'filed', only: 'assignment' },
    { state: 'handling', only: 'suspension' }
  ]
}

const emptyScope = () => ({
  cityIds: [] as string[],
  streetIds: [] as string[],
  communityIds: [] as string[],
  gridIds: [] as string[],
  unitIds: [] as string[],
  unitsInAreas: [] as { areaId: string; unitId: string }[]
})

/** The same reach that `grantReaches` gives one report at a time. */
function scopeOfGrants(grants: readonly Grant[], kindOf: KindOf): WorkScope {
  const scope = emptyScope()
  const idsByKind = { city: scope.cityIds, street: scope.streetIds, community: scope.communityIds, grid: scope.gridIds }
  for (const { role, areaId, unitId } of grants) {
    const kind = areaId ? kindOf(areaId) : undefined
    if (areaId && unitId) scope.unitsInAreas.push({ areaId, unitId })
    else if (unitId) scope.unitIds.push(unitId)
    else if (areaId && kind && role !== 'handler') idsByKind[kind].push(areaId)
  }
  return scope
}

/** Everything a person's grants reach. */
export const scopeOf = (grants: readonly Grant[], kindOf: KindOf): WorkScope =>
  scopeOfGrants(
    grants.filter(grant => reportRoles.includes(grant.role)),
    kindOf
  )

export const isEmptyScope = (scope: WorkScope) => Object.values<readonly unknown[]>({ ...scope }).every(reached => reached.length === 0)

/** The states that wait for a person, in the order of a report's life. */
export function statesOf(grants: readonly Grant[]): ReportState[] {
  const states = new Set(grants.flatMap(grant => statesOfRole[grant.role] ?? []))
  return openReportStates.filter(state => states.has(state))
}

/** The lanes of a person's queue: for each waiting state, what the grants that wait for it reach. One report may stand in two of them. */
export function lanesOf(grants: readonly Grant[], kindOf: KindOf): WorkLane[] {
  const scopeWhere = (isTheirs: (role: Role) => boolean) =>
    scopeOfGrants(
      grants.filter(grant => isTheirs(grant.role)),
      kindOf
    )
  const whole = statesOf(grants).map(state => ({ state, scope: scopeWhere(role => statesOfRole[role]?.includes(state) ?? false) }))
  const roles = [...new Set(grants.map(grant => grant.role))]
  const extra = roles.flatMap(role =>
    (extraLanesOfRole[role] ?? []).map(lane => ({ ...lane, scope: scopeWhere(candidate => candidate === role) }))
  )
  return [...whole, ...extra]
}
