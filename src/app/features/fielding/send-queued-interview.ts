import type { QueuedAttempt, QueuedInterview } from '#app/features/fielding/interview-rules'
import { keptInterviews } from '#app/features/fielding/kept-interviews'
import { call } from '#app/platform/call-operation'
import type { OutboxEntry } from '#app/platform/outbox-queue'
import { Refused } from '#app/platform/refused'
import { currentPerson } from '#app/platform/session'

/** Goes out under the name of whoever asked, and waits while nobody or somebody else is signed in. */
async function asInterviewer<Answer>(personId: string, send: () => Promise<Answer>): Promise<Answer> {
  if (currentPerson()?.personId !== personId) throw new Error('It waits until its interviewer is signed in again.')
  try {
    return await send()
  } catch (error) {
    if (error instanceof Refused && error.code === 'not-signed-in') throw new Error('It waits: not-signed-in')
    throw error
  }
}

/** Brings an interview to the server. A no of the server stays in the outbox with its reason, for the interviewer to read. */
export async function sendQueuedInterview({ payload }: OutboxEntry): Promise<void> {
  const { personId, number: _, ...sent } = payload as QueuedInterview
  await asInterviewer(personId, () => call.quizzes.recordInterview(sent))
  keptInterviews.recorded(personId, sent.waveId, sent.sampleId)
}

export async function sendQueuedAttempt({ payload }: OutboxEntry): Promise<void> {
  const { personId, number: _, ...sent } = payload as QueuedAttempt
  const { attempts } = await asInterviewer(personId, () => call.quizzes.logInterviewAttempt(sent))
  keptInterviews.attempted(personId, sent.sampleId, attempts)
}
