import type { Attempt } from '#contract/quiz-shapes'
import { withReply, type Reply, type SentAnswer } from '#app/features/quizzes/attempt-rules'
import { observed, useObserved } from '#app/platform/observed'
import { storage, type KeyValueStore } from '#app/platform/storage'

const KEY = 'quiz-attempts'
const KEPT_MAX = 4

export interface KeptAttempt {
  personId: string
  attempt: Attempt
  /** How often the server said that it stands otherwise there: answered elsewhere, or over. It is asked anew each time. */
  doubts?: number
}

/** Attempts on this phone, so that the next question needs no network; those of another person make room. */
export function makeKeptAttempts(store: KeyValueStore) {
  const kept = observed<readonly KeptAttempt[]>(store.read<KeptAttempt[]>(KEY) ?? [])
  const save = (next: readonly KeptAttempt[]) => {
    kept.set(next)
    try {
      store.write(KEY, next)
    } catch {
      // A full phone keeps nothing; the server does.
    }
  }
  const change = (attemptId: string, act: (one: KeptAttempt) => KeptAttempt) =>
    save(kept.get().map(one => (one.attempt.attemptId === attemptId ? act(one) : one)))
  return {
    kept,
    keep(personId: string, attempt: Attempt) {
      const others = kept.get().filter(one => one.personId === personId && one.attempt.attemptId !== attempt.attemptId)
      save([{ personId, attempt }, ...others].slice(0, KEPT_MAX))
    },
    lock: (sent: SentAnswer, reply: Reply) => change(sent.attemptId, one => ({ ...one, attempt: withReply(one.attempt, sent, reply) })),
    mistrust: (attemptId: string) => change(attemptId, one => ({ ...one, doubts: (one.doubts ?? 0) + 1 })),
    forget: (attemptId: string) => save(kept.get().filter(one => one.attempt.attemptId !== attemptId))
  }
}

export const keptAttempts = makeKeptAttempts(storage)

export const useKeptAttempt = (attemptId: string | undefined): KeptAttempt | undefined =>
  useObserved(keptAttempts.kept).find(({ attempt }) => attempt.attemptId === attemptId)
