import { awarenessOperations as contract } from '#contract/quizzes-awareness'
import { query } from '#server/operation'
import { plannedSize } from '#server/quizzes/awareness/interval-rules'
import { requireOffice } from '#server/quizzes/awareness/wave-view'

export const suggestSample = query(contract.suggestSample, async ({ input, caller, city }) => {
  requireOffice(caller, city)
  return plannedSize(input)
})
