import { quizzes as contract } from '#contract/quizzes'
import { query } from '#server/operation'
import { worksOnBank } from '#server/quizzes/bank/bank-rights-rules'
import { refuse } from '#server/refusal'

/** Where the bank can be downloaded. What was chosen of it travels in the signed address; keys are in the file, so it names its viewer. */
export const exportQuestions = query(contract.exportQuestions, async ({ input, caller, city, documents, now }) => {
  if (!worksOnBank(caller, city)) refuse('not-found')
  const { format, topic, state } = input
  const facts = { ...(topic && { topic }), ...(state && { state }) }
  return { url: documents.addressOf(`questions.${format}`, { viewerId: caller.personId, now, facts }) }
})
