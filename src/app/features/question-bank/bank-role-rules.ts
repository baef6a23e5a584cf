import type { Grant } from '#contract/people'

/** Editors write and review; admins too. The server decides on each call anew. */
export const keepsBank = (grants: readonly Pick<Grant, 'role'>[]) => grants.some(({ role }) => role === 'editor' || role === 'admin')
