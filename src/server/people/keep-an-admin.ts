import type { Writing } from '#server/database/database'
import { losesLastAdmin, type Ending } from '#server/people/admin-rules'
import { lockCityAdmins } from '#server/people/grant-store'
import { refuse } from '#server/refusal'

/**
 * To be called before grants end, in the same transaction: a city is never left without an admin, since only an admin can make one.
 * @throws the refusal `last-admin`.
 */
export async function keepAnAdmin(writing: Writing, ending: Ending): Promise<void> {
  if (losesLastAdmin(await lockCityAdmins(writing), ending)) refuse('last-admin')
}
