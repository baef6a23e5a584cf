import { quizzes as contract } from '#contract/quizzes'
import { PAGE_SIZE } from '#contract/shapes'
import { momentOf, readCursor, writeCursor } from '#server/cursor'
import { query } from '#server/operation'
import { worksOnBank } from '#server/quizzes/bank/bank-rights-rules'
import { toQuestionCard } from '#server/quizzes/bank/question-card'
import { returnsOf } from '#server/quizzes/bank/question-returns'
import { countQuestions, listQuestionRows } from '#server/quizzes/bank/question-store'
import { refuse } from '#server/refusal'

export const listQuestions = query(contract.listQuestions, async ({ input, caller, reading, city }) => {
  if (!worksOnBank(caller, city)) refuse('not-found')
  const cursor = input.cursor === undefined ? undefined : readCursor(input.cursor, ['at', 'id'])
  const after = cursor && { at: momentOf(cursor.at), id: cursor.id }
  const rows = await listQuestionRows(reading, input, { after, limit: PAGE_SIZE + 1 })
  const last = rows[PAGE_SIZE - 1]
  const page = rows.slice(0, PAGE_SIZE)
  const returns = await returnsOf(reading, page)
  return {
    questions: page.map(row => toQuestionCard(row, caller.personId, returns.get(row.questionId))),
    totalCount: await countQuestions(reading, input),
    ...(rows.length > PAGE_SIZE && last && { nextCursor: writeCursor({ at: last.changedAt.toISOString(), id: last.questionId }) })
  }
})
