/** A grant of the role that keeps the whole city, in force. */
export interface CityAdminGrant {
  grantId: string
  personId: string
  areaId: string
}

/** What is about to end: one grant, or all grants of a person. */
export type Ending = { grantId: string } | { personId: string }

/** Whether a city that has an admin would have none afterwards. `admins` is everybody who is admin of a whole city now. */
export function losesLastAdmin(admins: readonly CityAdminGrant[], ending: Ending): boolean {
  const ends = (grant: CityAdminGrant) => ('grantId' in ending ? grant.grantId === ending.grantId : grant.personId === ending.personId)
  const left = new Set(admins.filter(grant => !ends(grant)).map(grant => grant.areaId))
  return admins.some(grant => ends(grant) && !left.has(grant.areaId))
}
