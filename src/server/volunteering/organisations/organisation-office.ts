import type { City } from '#server/city'
import type { Reading, Writing } from '#server/database/database'
import type { Caller } from '#server/operation'
import { refuse } from '#server/refusal'
import { findOrganisation, type OrganisationRow } from '#server/volunteering/activities/organisation-store'
import { lockOrganisation } from '#server/volunteering/organisations/organisation-office-store'
import { verifiesOrganisations, writesOrganisations } from '#server/volunteering/organisations/organisation-rights-rules'

interface Asked {
  caller: Caller
  city: City
}

export const mayWriteAt = ({ caller, city }: Asked, areaId: string) =>
  writesOrganisations(caller.grants, areaId, (outer, inner) => city.places.contains(outer, inner))

export const mayVerifyAt = ({ caller, city }: Asked, areaId: string) =>
  verifiesOrganisations(caller.grants, areaId, (outer, inner) => city.places.contains(outer, inner))

/** Areas whose organisations the caller sees; grids have none. @throws the refusal `not-found` where there are none. */
export function areasInReach(asked: Asked): string[] {
  const ids = asked.city.places.areas.filter(area => area.kind !== 'grid' && mayWriteAt(asked, area.areaId)).map(area => area.areaId)
  return ids.length > 0 ? ids : refuse('not-found')
}

/** An organisation, held, for who writes there. */
export async function holdWritten(writing: Writing, organisationId: string, asked: Asked): Promise<OrganisationRow> {
  const row = await lockOrganisation(writing, organisationId)
  return row && mayWriteAt(asked, row.areaId) ? row : refuse('not-found')
}

/** An organisation, held, for who verifies there. */
export async function holdVerified(writing: Writing, organisationId: string, asked: Asked): Promise<OrganisationRow> {
  const row = await lockOrganisation(writing, organisationId)
  return row && mayVerifyAt(asked, row.areaId) ? row : refuse('not-found')
}

export const mayManageTeamsOf = async (reading: Reading, organisationId: string, asked: Asked): Promise<boolean> => {
  const row = await findOrganisation(reading, organisationId)
  return row !== undefined && mayWriteAt(asked, row.areaId)
}
