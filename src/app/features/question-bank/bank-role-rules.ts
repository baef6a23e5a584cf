import type { Grant } from '#contract/people'

/** Where the bank begins; 我的 leads there. */
export const BANK_PATH = '/packages/quiz-desk/bank/index'
/** Where contests are planned, by the same people. */
export const PLANNED_CONTESTS_PATH = '/packages/quiz-desk/contests/index'

/** Editors write and review; admins too. The server decides on each call anew. */
export const keepsBank = (grants: readonly Pick<Grant, 'role'>[]) => grants.some(({ role }) => role === 'editor' || role === 'admin')
