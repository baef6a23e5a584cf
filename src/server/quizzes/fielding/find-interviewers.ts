import { fieldingOperations as contract } from '#contract/quizzes-fielding'
import { query } from '#server/operation'
import { listPeopleNamed } from '#server/people/person-store'
import { requireOffice } from '#server/quizzes/awareness/wave-view'

const FOUND_MAX = 20

/** Whom the office may mean: names alone, for anybody may ask at doors. */
export const findInterviewers = query(contract.findInterviewers, async ({ input, caller, city, reading }) => {
  requireOffice(caller, city)
  const found = await listPeopleNamed(reading, input.name, FOUND_MAX + 1)
  return { people: found.slice(0, FOUND_MAX), isMore: found.length > FOUND_MAX }
})
