import { Text, View } from '@tarojs/components'
import type { RosterLine } from '#contract/volunteering-shapes'
import { EmptyState } from '#app/components/empty-state.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { timeOf } from '#app/features/organising/city-time-rules'
import { flagWords, staffAttendanceWords, staffSignUpWords } from '#app/words/organising'
import './roster-list.scss'

interface Props {
  people: readonly RosterLine[]
  /** By person, as `numbersOf` gives them. */
  numbers: ReadonlyMap<string, number>
  openId?: string
  onOpen?: (personId: string) => void
}

export const rosterLineId = (personId: string) => `roster-${personId}`

/** Who signed up, who is here, who has gone; names masked. */
export function RosterList({ people, numbers, openId, onOpen }: Props) {
  if (people.length === 0) return <EmptyState scene="bench" sentence="还没有人报名。" />
  return (
    <View className="roster-list">
      {people.map(line =>
        onOpen ? (
          <Pressable
            key={line.personId}
            id={rosterLineId(line.personId)}
            className={`roster-list__row${line.personId === openId ? ' roster-list__row--open' : ''}`}
            isCurrent={line.personId === openId}
            onPress={() => onOpen(line.personId)}
          >
            <RosterWords line={line} number={numbers.get(line.personId)} />
          </Pressable>
        ) : (
          <View key={line.personId} className="roster-list__row">
            <RosterWords line={line} number={numbers.get(line.personId)} />
          </View>
        )
      )}
    </View>
  )
}

function RosterWords({ line, number }: { line: RosterLine; number?: number }) {
  const times = [line.checkedInAt && `${timeOf(line.checkedInAt)} 到`, line.checkedOutAt && `${timeOf(line.checkedOutAt)} 走`].filter(
    Boolean
  )
  const worth = line.creditMinutes > 0 ? [`${line.creditMinutes} 分钟`, line.grade && `${line.grade} 级`].filter(Boolean) : []
  const marks = [line.isWalkIn ? '现场加入' : undefined, line.position !== undefined ? `候补第 ${line.position}` : undefined].filter(
    Boolean
  )
  return (
    <View className="roster-list__words">
      <View className="roster-list__head">
        <View className="roster-list__name">
          {number !== undefined && <Text className="roster-list__number">{number}</Text>}
          <Text>{line.maskedName}</Text>
        </View>
        {line.attendance === 'none' ? (
          <StateChip {...staffSignUpWords[line.state]} />
        ) : (
          <StateChip {...staffAttendanceWords[line.attendance]} />
        )}
      </View>
      {[...times, ...worth, ...marks].length > 0 && <View className="roster-list__line">{[...times, ...worth, ...marks].join(' · ')}</View>}
      {line.flags.length > 0 && <View className="roster-list__flags">{line.flags.map(kind => flagWords[kind].word).join('、')}</View>}
    </View>
  )
}
