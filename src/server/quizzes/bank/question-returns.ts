import type { QuestionCard } from '#contract/quiz-shapes'
import type { Reading } from '#server/database/database'
import { namesOf } from '#server/people/person-store'
import { listReturns, type QuestionRow } from '#server/quizzes/bank/question-store'

/** Of these questions, those that went back to their authors in the version they have now, with what is to be changed. */
export async function returnsOf(reading: Reading, rows: readonly QuestionRow[]): Promise<Map<string, QuestionCard['returned']>> {
  const versions = new Map(rows.flatMap(({ state, questionId, version }) => (state === 'draft' ? [[questionId, version] as const] : [])))
  const lines = await listReturns(reading, [...versions.keys()])
  const names = await namesOf(
    reading,
    lines.flatMap(line => line.actorId ?? [])
  )
  const present = lines.filter(line => line.version === versions.get(line.questionId))
  return new Map(
    present.map(({ questionId, at, actorId, note }) => {
      const actor = actorId === null ? undefined : names.get(actorId)
      return [questionId, { at: at.toISOString(), ...(actor && { actor }), note: note ?? '' }]
    })
  )
}
