import type { Writing } from '#server/database/database'
import type { FullItem } from '#server/quizzes/learning/attempt-store'
import { afterAnswer } from '#server/quizzes/learning/memory-rules'
import { listMemoriesOf, saveLearned, type MemoryRow } from '#server/quizzes/learning/memory-store'

const factKey = ({ personId, factId }: { personId: string; factId: string }) => `${personId} ${factId}`

/** What answers leave behind: memory by fact, and the book of mistakes by question. The callers hold the learners. */
export async function rememberAnswers(writing: Writing, answered: readonly FullItem[]): Promise<void> {
  const before = new Map((await listMemoriesOf(writing, answered)).map(row => [factKey(row), row]))
  const after = new Map<string, MemoryRow>()
  const lastOf = new Map<string, FullItem>()
  for (const item of answered) {
    const { personId, factId, topic, questionId, answeredAt, isRight } = item
    if (!answeredAt) continue
    const known = after.get(factKey(item)) ?? before.get(factKey(item))
    after.set(factKey(item), { ...afterAnswer(known, isRight === true, answeredAt), personId, factId, topic })
    lastOf.set(`${personId} ${questionId}`, item)
  }
  const questions = [...lastOf.values()].map(item => ({ ...item, at: item.answeredAt as Date }))
  await saveLearned(writing, {
    memories: [...after.values()],
    wrong: questions.filter(item => !item.isRight),
    right: questions.filter(item => item.isRight)
  })
}
