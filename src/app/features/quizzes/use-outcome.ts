import { keptAttempts } from '#app/features/quizzes/kept-attempts'
import { call } from '#app/platform/call-operation'
import { outbox } from '#app/platform/outbox'
import { useAsked } from '#app/platform/use-asked'

/** Ends an attempt, which may be asked again, and says what came of it. The points of today are a line more, not a condition. */
async function finish(attemptId: string) {
  // Answers that wait for the network belong to it: first they go.
  await outbox.flush()
  const finished = await call.quizzes.finishAttempt({ attemptId })
  const [attempt, knowledge] = await Promise.all([
    call.quizzes.getAttempt({ attemptId }),
    call.quizzes.getMyKnowledge({}).catch(() => undefined)
  ])
  keptAttempts.forget(attemptId)
  return { ...finished, attempt, today: knowledge }
}

export type Outcome = Awaited<ReturnType<typeof finish>>

export const useOutcome = (attemptId: string) => useAsked(() => finish(attemptId), [attemptId])
