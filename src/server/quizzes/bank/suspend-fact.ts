import { quizzes as contract } from '#contract/quizzes'
import { command } from '#server/operation'
import { worksOnBank } from '#server/quizzes/bank/bank-rights-rules'
import { changeSuspension, countQuestionsOf, findFact, listStoppedBy } from '#server/quizzes/bank/fact-store'
import { toFact } from '#server/quizzes/bank/question-card'
import { changeFactSuspension, holdQuestionsOf } from '#server/quizzes/bank/question-store'
import { refuse } from '#server/refusal'

/** Stops everything that hangs on a fact, or lets that be asked again which hangs on no other suspended fact. */
export const suspendFact = command(contract.suspendFact, async ({ input, caller, writing, city, now }) => {
  if (!worksOnBank(caller, city)) refuse('not-found')
  const { factId, isSuspended, note } = input
  const fact = await changeSuspension(writing, factId, isSuspended ? { at: now, by: caller.personId, note } : undefined)
  if (!fact) return refuse((await findFact(writing, factId)) ? 'already-done' : 'not-found')
  // Held before it is asked what else stops them: another of their facts may be suspended or resumed at the same time.
  const hanging = await holdQuestionsOf(writing, factId)
  const stopped = await listStoppedBy(
    writing,
    hanging.map(row => row.questionId)
  )
  const changed = hanging.filter(row => row.isFactSuspended !== stopped.has(row.questionId))
  await changeFactSuspension(writing, changed, { isFactSuspended: isSuspended, actorId: caller.personId, note, now })
  return toFact(fact, (await countQuestionsOf(writing, [factId])).get(factId) ?? 0)
})
