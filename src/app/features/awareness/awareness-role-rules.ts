import type { Grant } from '#contract/people'

const offices: readonly string[] = ['supervisor', 'admin', 'editor']

/** Who surveys the city; that the grant is for all of it the server decides on each call anew. */
export const surveysCity = (grants: readonly Pick<Grant, 'role'>[]) => grants.some(({ role }) => offices.includes(role))
