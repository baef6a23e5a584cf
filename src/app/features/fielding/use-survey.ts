import { useEffect } from 'react'
import { answersOf } from '#app/features/fielding/form-rules'
import { keptSurveys, useKeptSurvey, type KeptSurvey } from '#app/features/fielding/kept-surveys'
import { SURVEY, type QueuedSurvey } from '#app/features/fielding/send-queued-survey'
import { call } from '#app/platform/call-operation'
import { touch } from '#app/platform/feedback'
import { outbox, useOutbox } from '#app/platform/outbox'
import { Refused } from '#app/platform/refused'
import { useAsked } from '#app/platform/use-asked'

const isRefusedAs = (error: unknown, code: string) => error instanceof Refused && error.code === code

/** The survey behind a token, as it stands on this phone. */
export function useSurvey(token: string) {
  const kept = useKeptSurvey(token)
  const entry = useOutbox(SURVEY).find(one => (one.payload as QueuedSurvey).token === token)
  const isSettled = kept?.outcome !== undefined || entry !== undefined
  const asked = useAsked(async () => (isSettled ? undefined : call.quizzes.getWaveForm({ token })), [token])
  const form = asked.value
  useEffect(() => {
    if (form) keptSurveys.begin(token, form)
  }, [form, token])
  const isUsed = !isSettled && isRefusedAs(asked.error, 'token-used')
  useEffect(() => {
    if (isUsed) keptSurveys.end(token, 'used')
  }, [isUsed, token])

  // What a link that works no more was answered with stays; it could not be sent.
  const isGone = isRefusedAs(asked.error, 'token-unknown')
  const survey: KeptSurvey | undefined = isGone && !isSettled ? undefined : kept
  const send = async () => {
    const answers = survey && answersOf(survey.items, survey.choices)
    if (!answers || entry) return
    const payload: QueuedSurvey = { token, answers }
    await outbox.enqueue({ kind: SURVEY, payload, photoPaths: [] })
    touch()
  }
  return { survey, entry, error: survey ? undefined : asked.error, again: asked.again, send }
}
