import { quizzes as contract } from '#contract/quizzes'
import { PAGE_SIZE } from '#contract/shapes'
import { momentOf, readCursor, writeCursor } from '#server/cursor'
import { query } from '#server/operation'
import { scopesIn } from '#server/quizzes/bank/scope-rules'
import { listOpenFacts } from '#server/quizzes/learning/attempt-store'
import { viewLockedItem } from '#server/quizzes/learning/attempt-view'
import { listMistakes } from '#server/quizzes/learning/memory-store'

function readPlace(cursor: string) {
  const { wrongAt, questionId } = readCursor(cursor, ['wrongAt', 'questionId'])
  return { wrongAt: momentOf(wrongAt), questionId }
}

/** 错题本 to read; what an open attempt asks is left out until it is answered there. */
export const listMyMistakes = query(
  contract.listMyMistakes,
  async ({ input: { cursor, topic }, caller: { personId }, reading, settings }) => {
    const hiddenFacts = await listOpenFacts(reading, personId)
    const after = cursor === undefined ? undefined : readPlace(cursor)
    const rows = await listMistakes(reading, { personId, scopes: scopesIn(settings.CITY_PLACE) }, hiddenFacts, {
      topic,
      after,
      limit: PAGE_SIZE + 1
    })
    const page = rows.slice(0, PAGE_SIZE)
    const last = page.at(-1)
    return {
      mistakes: page.map(row => viewLockedItem(row)),
      ...(rows.length > PAGE_SIZE &&
        last && { nextCursor: writeCursor({ wrongAt: last.wrongAt.toISOString(), questionId: last.questionId }) })
    }
  }
)
