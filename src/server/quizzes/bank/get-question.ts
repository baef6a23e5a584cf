import { quizzes as contract } from '#contract/quizzes'
import { query } from '#server/operation'
import { namesOf } from '#server/people/person-store'
import { worksOnBank } from '#server/quizzes/bank/bank-rights-rules'
import { findFact } from '#server/quizzes/bank/fact-store'
import { toQuestionCard } from '#server/quizzes/bank/question-card'
import { returnsOf } from '#server/quizzes/bank/question-returns'
import { findQuestion, findVersion, listHistory } from '#server/quizzes/bank/question-store'
import { refuse } from '#server/refusal'

export const getQuestion = query(contract.getQuestion, async ({ input, caller, reading, city }) => {
  if (!worksOnBank(caller, city)) refuse('not-found')
  const row = (await findQuestion(reading, input.questionId)) ?? refuse('not-found')
  const { law, version, article, statement } = (await findFact(reading, row.factId)) ?? refuse('not-found')
  const history = await listHistory(reading, row.questionId)
  const names = await namesOf(
    reading,
    history.flatMap(line => line.actorId ?? [])
  )
  const returns = await returnsOf(reading, [row])
  const previous = await findVersion(reading, row.questionId, row.version - 1)
  return {
    ...toQuestionCard(row, caller.personId, returns.get(row.questionId)),
    draft: row.draft,
    ...(previous && { previous }),
    source: { law, version, article, statement },
    history: history.map(({ version: written, at, toState, actorId, note }) => {
      const actor = actorId === null ? undefined : names.get(actorId)
      const to = toState === 'returned' ? { to: 'draft' as const, isReturn: true } : { to: toState }
      return { version: written, at: at.toISOString(), ...to, ...(actor && { actor }), ...(note && { note }) }
    })
  }
})
