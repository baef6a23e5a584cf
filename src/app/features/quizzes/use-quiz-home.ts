import { ATTEMPT_PATH, paramsOf, type Beginning } from '#app/features/quizzes/paths'
import { call } from '#app/platform/call-operation'
import { address, go } from '#app/platform/navigation'
import { Refused } from '#app/platform/refused'
import { requireSignIn, usePerson } from '#app/platform/session'
import { toast } from '#app/platform/toast'
import { useAsked } from '#app/platform/use-asked'
import { useAskedKept } from '#app/platform/use-asked-kept'
import { wordsForError } from '#app/words/refusals'

/** Opens a set of questions; who is not signed in goes through 我的 and arrives there all the same. */
export async function startPractising(beginning: Beginning) {
  try {
    if (await requireSignIn(address(ATTEMPT_PATH, paramsOf(beginning)))) go(ATTEMPT_PATH, paramsOf(beginning))
  } catch (error) {
    toast(wordsForError(error))
  }
}

/** What the tab shows: topics for everybody, kept on the phone, and what I know of them. */
export function useQuizHome() {
  const person = usePerson()
  const topics = useAskedKept('quiz-topics', () => call.quizzes.listTopics({}), [])
  const mine = useAsked(async () => (person ? call.quizzes.getMyKnowledge({}) : undefined), [person?.personId])
  const isSignedOut = mine.error instanceof Refused && mine.error.code === 'not-signed-in'
  return { person, topics, mine, hasFailed: mine.state === 'failed' && !isSignedOut }
}
