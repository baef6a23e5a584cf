import { volunteering as contract } from '#contract/volunteering'
import { query } from '#server/operation'
import { profileOf } from '#server/volunteering/volunteers/my-profile'

export const getMyProfile = query(contract.getMyProfile, ({ caller, reading, now }) => profileOf(reading, caller.personId, now))
