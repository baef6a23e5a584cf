import type { Grant } from '#contract/people'

/** Where the pages of those who look after the shelf begin; 我的 leads there. */
export const REWARD_DESK_PATH = '/packages/staff/rewards/index'
/** The books of the city office. */
export const POINTS_OFFICE_PATH = '/packages/staff/points/index'

const shelfRoles: readonly Grant['role'][] = ['liaison', 'supervisor', 'admin']
const officeRoles: readonly Grant['role'][] = ['supervisor', 'admin']

/** What the roles of somebody open; the server decides on each call anew. */
export const keepsShelf = (grants: readonly Pick<Grant, 'role'>[]) => grants.some(({ role }) => shelfRoles.includes(role))
export const keepsBooks = (grants: readonly Pick<Grant, 'role'>[]) => grants.some(({ role }) => officeRoles.includes(role))
