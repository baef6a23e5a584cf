import { people as contract } from '#contract/people'
import { query } from '#server/operation'

export const getMe = query(contract.getMe, async ({ caller }) => ({ ...caller, grants: [...caller.grants] }))
