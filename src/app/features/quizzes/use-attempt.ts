import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, Attempt } from '#contract/quiz-shapes'
import { isSameWay, itemIdAfter, nextItemId, placeOf, stepOf } from '#app/features/quizzes/attempt-rules'
import { keptAttempts, useKeptAttempt } from '#app/features/quizzes/kept-attempts'
import { ATTEMPT_PATH, type Beginning } from '#app/features/quizzes/paths'
import type { QueuedAnswer } from '#app/features/quizzes/send-queued-answer'
import { call } from '#app/platform/call-operation'
import { touch } from '#app/platform/feedback'
import { keepInAddress } from '#app/platform/keep-in-address'
import { outbox, useOutbox } from '#app/platform/outbox'
import { Offline } from '#app/platform/refused'

const KIND = 'quiz-answer'
const MILLISECONDS_MAX = 3_600_000

function begin(beginning: Beginning): Promise<Attempt> {
  if ('attemptId' in beginning) return call.quizzes.getAttempt(beginning)
  const { mode, topic = '' } = beginning
  if (mode === 'topic') return call.quizzes.startTopic({ topic })
  if (mode === 'mistakes') return call.quizzes.startMistakes({})
  return mode === 'challenge' ? call.quizzes.startChallenge({}) : call.quizzes.startDaily({})
}

/** What this phone holds of it when the server cannot be asked. */
function keptFor(personId: string, beginning: Beginning): Attempt | undefined {
  const mine = keptAttempts.kept.get().filter(one => one.personId === personId)
  const found = mine.find(({ attempt }) =>
    'attemptId' in beginning ? attempt.attemptId === beginning.attemptId : isSameWay(attempt, beginning)
  )
  return found?.attempt
}

/** Begins or goes on with an attempt: from the server, else from what the phone kept. */
function useOpened(personId: string, beginning: Beginning) {
  const [attemptId, setAttemptId] = useState<string | undefined>(undefined)
  const [error, setError] = useState<unknown>(undefined)
  const first = useRef(beginning)
  const open = useCallback(
    async (wanted: Beginning) => {
      setError(undefined)
      try {
        const attempt = await begin(wanted)
        keptAttempts.keep(personId, attempt)
        setAttemptId(attempt.attemptId)
        keepInAddress(ATTEMPT_PATH, { attemptId: attempt.attemptId })
      } catch (fault) {
        const kept = fault instanceof Offline ? keptFor(personId, wanted) : undefined
        if (kept) setAttemptId(kept.attemptId)
        else setError(fault)
      }
    },
    [personId]
  )
  useEffect(() => void open(first.current), [open])
  return { attemptId, error, open, again: () => open(attemptId ? { attemptId } : first.current) }
}

/** The answers of this attempt that are still on their way. */
function useWaiting(attemptId: string | undefined) {
  const entries = useOutbox(KIND).filter(entry => !entry.refusal)
  const mine = entries.filter(entry => (entry.payload as QueuedAnswer).attemptId === attemptId)
  return { waiting: mine.map(entry => entry.payload as QueuedAnswer), isHeldUp: mine.some(entry => entry.attempts > 0) }
}

/** One attempt as it stands on this phone: which question is on, what is on its way, what the server said. */
export function useAttempt(personId: string, beginning: Beginning) {
  const { attemptId, error, open, again } = useOpened(personId, beginning)
  const kept = useKeptAttempt(attemptId)
  const { waiting, isHeldUp } = useWaiting(attemptId)
  const [onItemId, setOnItemId] = useState<string | undefined>(undefined)
  const shownAt = useRef(Date.now())
  const doubts = kept?.doubts
  useEffect(() => {
    if (doubts && attemptId) void open({ attemptId })
  }, [doubts, attemptId, open])

  const attempt = kept?.attempt
  const step = attempt && stepOf(attempt, waiting, onItemId)
  const itemId = step?.kind === 'ask' ? step.item.itemId : undefined
  useEffect(() => {
    if (itemId) shownAt.current = Date.now()
  }, [itemId])

  const answer = async (given: Answer) => {
    if (!attemptId || !itemId) return
    // In a contest nothing is told of an answer, so the next question is there at once.
    setOnItemId(attempt?.mode === 'contest' ? itemIdAfter(attempt, waiting, itemId) : itemId)
    const milliseconds = Math.min(MILLISECONDS_MAX, Date.now() - shownAt.current)
    const payload: QueuedAnswer = { personId, attemptId, itemId, answer: given, milliseconds }
    await outbox.enqueue({ kind: KIND, payload, photoPaths: [] })
    touch()
  }
  return {
    ...{ attempt, step, error, again, answer, waiting, isHeldUp },
    place: attempt && step && placeOf(attempt, waiting, step),
    hasNext: attempt !== undefined && nextItemId(attempt, waiting) !== undefined,
    next: () => setOnItemId(attempt && nextItemId(attempt, waiting)),
    /** Leaves the question shown for later. */
    skip: () => setOnItemId(attempt && itemId ? itemIdAfter(attempt, waiting, itemId) : undefined),
    goTo: setOnItemId
  }
}

export type AttemptOnPhone = ReturnType<typeof useAttempt>
