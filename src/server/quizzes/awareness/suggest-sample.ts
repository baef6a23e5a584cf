import { awarenessOperations as contract } from '#contract/quizzes-awareness'
import { query } from '#server/operation'
import { rightToClaim, sampleSize } from '#server/quizzes/awareness/interval-rules'
import { requireOffice } from '#server/quizzes/awareness/wave-view'

export const suggestSample = query(contract.suggestSample, async ({ input, caller, city }) => {
  requireOffice(caller, city)
  const size = sampleSize(input)
  const right = rightToClaim(size.completed, input.target, input.designEffect)
  return { ...size, ...(right !== undefined && { rightToClaim: right }) }
})
