import type { Grant } from '#contract/people'

const shelfRoles: readonly Grant['role'][] = ['liaison', 'supervisor', 'admin']
const officeRoles: readonly Grant['role'][] = ['supervisor', 'admin']

/** What the roles of somebody open; the server decides on each call anew. */
export const keepsShelf = (grants: readonly Pick<Grant, 'role'>[]) => grants.some(({ role }) => shelfRoles.includes(role))
export const keepsBooks = (grants: readonly Pick<Grant, 'role'>[]) => grants.some(({ role }) => officeRoles.includes(role))
