import { useEffect } from 'react'
import { INTERVIEW, INTERVIEW_ATTEMPT, type InterviewEntry } from '#app/features/fielding/interview-rules'
import { keptInterviews, useKeptInterviews } from '#app/features/fielding/kept-interviews'
import { call } from '#app/platform/call-operation'
import { useOutbox } from '#app/platform/outbox'
import { useAsked } from '#app/platform/use-asked'

const isMine = (personId: string, entry: { kind: string; payload: unknown }) =>
  [INTERVIEW, INTERVIEW_ATTEMPT].includes(entry.kind) && (entry.payload as { personId: string }).personId === personId

/** Everything an interviewer has in hand: as the server said last, with what was done since and waits for the network. */
export function useInterviews(personId: string) {
  const kept = useKeptInterviews(personId)
  const entries = useOutbox().filter(entry => isMine(personId, entry)) as InterviewEntry[]
  const asked = useAsked(() => call.quizzes.listInterviews({}), [personId])
  const waves = asked.value?.waves
  useEffect(() => {
    if (waves) keptInterviews.keep(personId, waves)
  }, [waves, personId])
  const isThere = waves !== undefined || kept.waves.length > 0
  return { personId, kept, entries, isThere, error: asked.error, again: asked.again }
}

export type Interviews = ReturnType<typeof useInterviews>
