import { quizzes as contract } from '#contract/quizzes'
import { query } from '#server/operation'
import { worksOnBank } from '#server/quizzes/bank/bank-rights-rules'
import { refuse } from '#server/refusal'

/** Where an empty table of questions can be downloaded. */
export const getImportTemplate = query(contract.getImportTemplate, async ({ input, caller, city, documents, now }) => {
  if (!worksOnBank(caller, city)) refuse('not-found')
  return { url: documents.addressOf(`questions-template.${input.format}`, { viewerId: caller.personId, now }) }
})
