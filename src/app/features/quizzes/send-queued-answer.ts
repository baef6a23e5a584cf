import type { SentAnswer } from '#app/features/quizzes/attempt-rules'
import { keptAttempts } from '#app/features/quizzes/kept-attempts'
import { call } from '#app/platform/call-operation'
import type { OutboxEntry } from '#app/platform/outbox-queue'
import { Refused } from '#app/platform/refused'
import { currentPerson } from '#app/platform/session'

export interface QueuedAnswer extends SentAnswer {
  personId: string
}

/** What passes by itself: these answers wait and go again. */
const passing: readonly string[] = ['not-signed-in', 'unexpected']

/** Brings one answer to the server and keeps what it says. Answers that no longer count leave, and the attempt is asked anew. */
export async function sendQueuedAnswer({ payload }: OutboxEntry): Promise<void> {
  const { personId, ...sent } = payload as QueuedAnswer
  if (currentPerson()?.personId !== personId) throw new Error('It waits until its person is signed in again.')
  try {
    keptAttempts.lock(sent, await call.quizzes.answerItem(sent))
  } catch (error) {
    if (!(error instanceof Refused) || error.code === 'too-many') throw error
    if (passing.includes(error.code)) throw new Error(`It waits: ${error.code}`)
    keptAttempts.mistrust(sent.attemptId)
  }
}
