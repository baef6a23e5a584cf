import type { ReactNode } from 'react'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { useAsked } from '#app/platform/use-asked'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

interface Props<Saved> {
  title: string
  read: () => Promise<Saved>
  children: (saved: Saved, onAgain: () => Promise<void>) => ReactNode
}

/** Before something that is there is changed, what it says now is read. Another thing is another one: give it a key. */
export function ReadFirst<Saved>({ title, read, children }: Props<Saved>) {
  const asked = useAsked(read, [])
  if (asked.value) return <>{children(asked.value, asked.again)}</>
  return (
    <Screen title={title}>
      {asked.state === 'waiting' ? (
        <Skeleton shape="card" count={2} />
      ) : (
        <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />
      )}
    </Screen>
  )
}
