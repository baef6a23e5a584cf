import { fieldworkKept, fieldworkWords } from '#app/features/fielding/fieldwork-rules'
import { useKeptInterviews } from '#app/features/fielding/kept-interviews'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'

/** What somebody has to do as an interviewer, in a line; without network as the phone keeps it, and nothing for who is none. */
export function useFieldwork(personId: string): string | undefined {
  const kept = useKeptInterviews(personId)
  const asked = useAsked(() => call.quizzes.getMyFieldwork({}), [personId])
  return fieldworkWords(asked.value?.waves ?? fieldworkKept(kept.waves))
}
