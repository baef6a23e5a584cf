import { quizzes as contract } from '#contract/quizzes'
import { PAGE_SIZE } from '#contract/shapes'
import { readCursor, writeCursor } from '#server/cursor'
import { query } from '#server/operation'
import { worksOnBank } from '#server/quizzes/bank/bank-rights-rules'
import { countQuestionsOf, listFactRows } from '#server/quizzes/bank/fact-store'
import { toFact } from '#server/quizzes/bank/question-card'
import { refuse } from '#server/refusal'

export const listFacts = query(contract.listFacts, async ({ input, caller, reading, city }) => {
  if (!worksOnBank(caller, city)) refuse('not-found')
  const after = input.cursor === undefined ? undefined : readCursor(input.cursor, ['id']).id
  const rows = await listFactRows(reading, input, { after, limit: PAGE_SIZE + 1 })
  const page = rows.slice(0, PAGE_SIZE)
  const last = page.at(-1)
  const counts = await countQuestionsOf(
    reading,
    page.map(row => row.factId)
  )
  return {
    facts: page.map(row => toFact(row, counts.get(row.factId) ?? 0)),
    ...(rows.length > PAGE_SIZE && last && { nextCursor: writeCursor({ id: last.factId }) })
  }
})
