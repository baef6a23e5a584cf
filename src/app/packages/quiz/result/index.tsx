import { Button } from '#app/components/button.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { ATTEMPT_PATH, paramsOf, type Beginning } from '#app/features/quizzes/paths'
import { ResultView } from '#app/features/quizzes/result-view.tsx'
import { SignedOut } from '#app/features/quizzes/signed-out.tsx'
import { useOutcome, type Outcome } from '#app/features/quizzes/use-outcome'
import { replace, switchTab, useParams } from '#app/platform/navigation'
import { Offline } from '#app/platform/refused'
import { usePerson } from '#app/platform/session'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

/** Another set of the same kind; mistakes may be used up, so they lead on to the daily five. */
function againOf({ attempt: { mode, topic } }: Outcome): { word: string; beginning: Beginning } {
  if (mode === 'topic' && topic) return { word: '再来一组', beginning: { mode, topic } }
  if (mode === 'challenge') return { word: '再挑战一次', beginning: { mode } }
  return mode === 'mistakes' ? { word: '去每日一练', beginning: { mode: 'daily' } } : { word: '再来五题', beginning: { mode: 'daily' } }
}

function Result({ attemptId }: { attemptId: string }) {
  const { value, state, error, again } = useOutcome(attemptId)
  const next = value && againOf(value)
  return (
    <Screen
      title="答题结果"
      {...(next && { footer: <Button word={next.word} onPress={() => replace(ATTEMPT_PATH, paramsOf(next.beginning))} /> })}
    >
      {value && <ResultView outcome={value} />}
      {value && <Button word="回到答题" look="quiet" onPress={() => switchTab('/pages/quiz/index')} />}
      {!value && state === 'waiting' && <Skeleton shape="lines" count={3} />}
      {!value && state === 'failed' && (
        <ErrorState
          sentence={wordsForReading(error)}
          {...(error instanceof Offline && { kept: '你答的都还在，连上就能看结果。' })}
          action={wayOn(error, again)}
        />
      )}
    </Screen>
  )
}

export default function ResultPage() {
  const { attemptId = '' } = useParams()
  const person = usePerson()
  if (person) return <Result key={person.personId} attemptId={attemptId} />
  return (
    <Screen title="答题结果">
      <SignedOut sentence="登录后，看你的答题结果" />
    </Screen>
  )
}
