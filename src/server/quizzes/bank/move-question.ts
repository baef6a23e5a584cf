import { quizzes as contract } from '#contract/quizzes'
import { command } from '#server/operation'
import { worksOnBank } from '#server/quizzes/bank/bank-rights-rules'
import { toQuestionCard } from '#server/quizzes/bank/question-card'
import { whyNotMoved } from '#server/quizzes/bank/question-move-rules'
import { changeState, holdQuestion } from '#server/quizzes/bank/question-store'
import { refuse } from '#server/refusal'

export const moveQuestion = command(contract.moveQuestion, async ({ input, caller, writing, city, now }) => {
  if (!worksOnBank(caller, city)) refuse('not-found')
  const question = (await holdQuestion(writing, input.questionId)) ?? refuse('not-found')
  if (question.version !== input.version) refuse('stale-version')
  const { to, note } = input
  const reason = whyNotMoved({ question, to, moverId: caller.personId, note })
  if (reason) refuse(reason)
  const moved = { ...question, state: to, changedAt: now }
  await changeState(writing, moved, { actorId: caller.personId, note })
  const returned = to === 'draft' ? { at: now.toISOString(), actor: caller.displayName, note: note ?? '' } : undefined
  return toQuestionCard(moved, caller.personId, returned)
})
