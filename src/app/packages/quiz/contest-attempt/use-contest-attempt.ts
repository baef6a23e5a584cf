import { useEffect, useRef, useState } from 'react'
import { CONTEST_RESULT_PATH } from '#app/features/contests/paths'
import { keptAttempts } from '#app/features/quizzes/kept-attempts'
import { useAttempt } from '#app/features/quizzes/use-attempt'
import { useCountdown } from '#app/features/quizzes/use-countdown'
import type { QueuedAnswer } from '#app/features/quizzes/send-queued-answer'
import { call } from '#app/platform/call-operation'
import { replace } from '#app/platform/navigation'
import { useIsOnline } from '#app/platform/network'
import { outbox } from '#app/platform/outbox'

/** Sends what still waits of an attempt, without waiting out a back-off: at the end every second counts. */
async function sendRest(attemptId: string) {
  const mine = outbox.list().filter(({ kind, payload }) => kind === 'quiz-answer' && (payload as QueuedAnswer).attemptId === attemptId)
  for (const { id } of mine) outbox.retry(id)
  await outbox.flush()
}

/** Ends the attempt at the server, once at a time, and leads to its result. */
function useEnding(attemptId: string, contestId: string) {
  const [isEnding, setIsEnding] = useState(false)
  const [error, setError] = useState<unknown>(undefined)
  const isAtIt = useRef(false)
  const end = async () => {
    if (isAtIt.current) return
    isAtIt.current = true
    setIsEnding(true)
    setError(undefined)
    try {
      await sendRest(attemptId)
      await call.quizzes.finishAttempt({ attemptId })
      keptAttempts.forget(attemptId)
      replace(CONTEST_RESULT_PATH, { contestId })
    } catch (fault) {
      setError(fault)
      setIsEnding(false)
    } finally {
      isAtIt.current = false
    }
  }
  return { isEnding, error, end }
}

/** One attempt at a contest on this phone: it ends by itself when all is answered and sent, when it is handed in, and when time is over. */
export function useContestAttempt(personId: string, contestId: string, attemptId: string) {
  const onPhone = useAttempt(personId, { attemptId })
  const { attempt, step, waiting } = onPhone
  const isOnline = useIsOnline()
  const seconds = useCountdown(attempt?.deadline)
  const ending = useEnding(attemptId, contestId)
  const [isHandingIn, setIsHandingIn] = useState(false)
  const isTimeOver = seconds === 0
  const isAllSent = waiting.length === 0
  const isOver = step?.kind === 'over' || (attempt !== undefined && attempt.state !== 'in_progress')
  const mayEnd = attempt !== undefined && attempt.state !== 'void' && isOnline && (isOver || isTimeOver || (isHandingIn && isAllSent))
  const { end } = ending
  useEffect(() => {
    if (mayEnd) void end()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once when it comes to its end, and again when the network is back
  }, [mayEnd])
  return {
    onPhone,
    seconds,
    isOnline,
    isTimeOver,
    isOver,
    isHandingIn,
    handIn: () => setIsHandingIn(true),
    ending,
    sendRest: () => sendRest(attemptId)
  }
}

export type OngoingContest = ReturnType<typeof useContestAttempt>
