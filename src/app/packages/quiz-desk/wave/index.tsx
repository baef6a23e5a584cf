import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { surveysCity } from '#app/features/awareness/awareness-role-rules'
import { staffPaths } from '#app/platform/staff-paths'
import { useNames } from '#app/packages/quiz-desk/wave/use-names'
import { WaveLinks } from '#app/packages/quiz-desk/wave/wave-links.tsx'
import { WaveView } from '#app/packages/quiz-desk/wave/wave-view.tsx'
import { NotOffice } from '#app/packages/quiz-desk/waves/not-office.tsx'
import { call } from '#app/platform/call-operation'
import { replace, useParams } from '#app/platform/navigation'
import { Refused } from '#app/platform/refused'
import { usePerson } from '#app/platform/session'
import { useAsked } from '#app/platform/use-asked'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

/** One survey through its life: plan, sample, fielding, report; with `part=links` its one-time links. */
export default function WavePage() {
  const { wave: waveId, part } = useParams()
  if (!surveysCity(usePerson()?.grants ?? [])) return <NotOffice />
  return waveId ? <OneWave key={waveId} waveId={waveId} isLinks={part === 'links'} /> : <NoWave />
}

function OneWave({ waveId, isLinks }: { waveId: string; isLinks: boolean }) {
  const asked = useAsked(() => call.quizzes.getWave({ waveId }), [waveId])
  const nameOf = useNames()
  if (asked.value && isLinks) return <WaveLinks detail={asked.value} nameOf={nameOf} />
  if (asked.value) return <WaveView detail={asked.value} nameOf={nameOf} onChanged={asked.again} />
  if (asked.error instanceof Refused && asked.error.code === 'not-found') return <NoWave />
  return (
    <Screen title="知晓率调查">
      {asked.state === 'waiting' ? (
        <Skeleton shape="card" count={3} />
      ) : (
        <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />
      )}
    </Screen>
  )
}

function NoWave() {
  return (
    <Screen title="知晓率调查">
      <EmptyState
        scene="bench"
        sentence="没有这次调查，或者你现在的身份看不到。"
        action={{ word: '看全部调查', onPress: () => replace(staffPaths.waves) }}
      />
    </Screen>
  )
}
