import { readingOf } from '#contract/staff-names'
import type { Writing } from '#server/database/database'
import { lockStaffNames, namesOfColleagues } from '#server/people/grant-store'
import { refuse } from '#server/refusal'

/**
 * Nobody goes by the name of somebody else who has a role: in every list the two would be one.
 * @throws the refusal `name-taken`.
 */
export async function refuseNameOfColleague(writing: Writing, displayName: string, personId: string): Promise<void> {
  await lockStaffNames(writing)
  const reading = readingOf(displayName)
  const names = await namesOfColleagues(writing, personId)
  if (names.some(name => readingOf(name) === reading)) refuse('name-taken')
}
