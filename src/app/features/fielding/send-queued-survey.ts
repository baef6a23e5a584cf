import { keptSurveys } from '#app/features/fielding/kept-surveys'
import { call } from '#app/platform/call-operation'
import type { OutboxEntry } from '#app/platform/outbox-queue'
import { Refused } from '#app/platform/refused'

export const SURVEY = 'survey'

export interface QueuedSurvey {
  token: string
  answers: { itemId: string; optionId?: string }[]
}

/** Brings the answers of one link. A link that is used at a second try was used by the first one, whose reply was lost. */
export async function sendQueuedSurvey({ payload, attempts }: OutboxEntry): Promise<void> {
  const { token, answers } = payload as QueuedSurvey
  try {
    await call.quizzes.answerWave({ token, answers })
    keptSurveys.end(token, 'sent')
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.code === 'token-used') return keptSurveys.end(token, attempts > 0 ? 'sent' : 'used')
    if (error.code !== 'token-unknown') throw error
    keptSurveys.end(token, 'closed')
  }
}
