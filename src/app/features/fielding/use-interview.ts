import type { Interview } from '#contract/quizzes-fielding'
import { answersOf, firstOpen, type Choice } from '#app/features/fielding/form-rules'
import { INTERVIEW, INTERVIEW_ATTEMPT, type QueuedAttempt, type QueuedInterview } from '#app/features/fielding/interview-rules'
import { keptInterviews } from '#app/features/fielding/kept-interviews'
import type { Interviews } from '#app/features/fielding/use-interviews'
import { touch } from '#app/platform/feedback'
import { newKey, outbox } from '#app/platform/outbox'
import type { Reason } from '#app/words/fielding'

/** One unit in hand: what was answered so far, and the ways it ends. Nothing here needs the network. */
export function useInterview({ personId, kept }: Interviews, unit: Interview) {
  const { waveId, sampleId, number, items } = unit
  const draft = kept.drafts[sampleId]
  const keep = (next: typeof draft) => keptInterviews.draft(personId, sampleId, next)
  const about = { personId, waveId, sampleId, number }
  return {
    draft,
    begin: () => keep({ startedAt: new Date().toISOString(), choices: {}, place: 0 }),
    goTo: (place: number) => draft && keep({ ...draft, place }),
    choose: (itemId: string, choice: Choice) => draft && keep({ ...draft, choices: { ...draft.choices, [itemId]: choice } }),
    /** Where the first question without an answer is; as many as there are questions when none is left. */
    open: draft ? firstOpen(items, draft.choices) : 0,
    async record() {
      const answers = draft && answersOf(items, draft.choices)
      if (!answers) return
      const times = { startedAt: draft.startedAt, endedAt: new Date().toISOString() }
      const payload: QueuedInterview = { ...about, answers, ...times, idempotencyKey: newKey('interview') }
      await outbox.enqueue({ kind: INTERVIEW, payload, photoPaths: [] })
      keep(undefined)
      touch()
    },
    async attempt(reason: Reason, note: string) {
      const said = { reason, ...(note && { note }), attemptedAt: new Date().toISOString() }
      const payload: QueuedAttempt = { ...about, ...said, idempotencyKey: newKey('attempt') }
      await outbox.enqueue({ kind: INTERVIEW_ATTEMPT, payload, photoPaths: [] })
      keep(undefined)
    }
  }
}

export type InterviewInHand = ReturnType<typeof useInterview>
