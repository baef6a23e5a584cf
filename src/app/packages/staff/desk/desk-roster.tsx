import { View } from '@tarojs/components'
import { ErrorState } from '#app/components/error-state.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { RosterList } from '#app/features/organising/roster-list.tsx'
import { expectedCount, inDeskOrder, leftCount, numbersOf } from '#app/features/organising/roster-rules'
import type { useRoster } from '#app/features/organising/use-roster'
import { staffPaths } from '#app/platform/staff-paths'
import { go } from '#app/platform/navigation'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './index.scss'

/** How many are here of how many, and who. */
export function DeskRoster({ roster }: { roster: ReturnType<typeof useRoster> }) {
  const { value, state, error, again } = roster
  if (!value)
    return state === 'waiting' ? (
      <Skeleton shape="rows" count={5} />
    ) : (
      <ErrorState sentence={wordsForReading(error)} action={wayOn(error, again)} />
    )
  const counts = [
    { word: '在场', count: value.presentCount },
    { word: '应到', count: expectedCount(value.people) },
    { word: '已走', count: leftCount(value.people) }
  ]
  return (
    <Section title="谁到了" action={{ word: '名单与时长', onPress: () => go(staffPaths.hours, { shift: value.shift.shiftId }) }}>
      <View className="desk__counts" role="status">
        {counts.map(({ word, count }) => (
          <View key={word} className="desk__count">
            <View className="desk__number">{count}</View>
            <View className="desk__line">{word}</View>
          </View>
        ))}
      </View>
      <RosterList people={inDeskOrder(value.people)} numbers={numbersOf(value.people)} />
    </Section>
  )
}
