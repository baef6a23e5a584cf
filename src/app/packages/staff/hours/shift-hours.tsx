import { ScrollView, View } from '@tarojs/components'
import { useState } from 'react'
import type { RosterLine } from '#contract/volunteering-shapes'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { AttendanceDesk } from '#app/features/organising/attendance-desk.tsx'
import { spanWords } from '#app/features/organising/city-time-rules'
import { RosterList, rosterLineId } from '#app/features/organising/roster-list.tsx'
import { nothingLeftWords } from '#app/features/organising/roster-rules'
import { useShiftHours, type ShiftHours } from '#app/features/organising/use-shift-hours'
import type { Roster } from '#app/features/organising/use-roster'
import { staffPaths } from '#app/platform/staff-paths'
import { useKeys } from '#app/platform/keyboard'
import { back, go } from '#app/platform/navigation'
import { useIsWide } from '#app/platform/use-is-wide'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './shift-hours.scss'

interface Props {
  shiftId: string
  /** On a phone one person has a page of their own. */
  onlyPersonId?: string
}

/** Everybody of a shift, who waits for a decision first; one person beside the list, or on a page of their own on a phone. */
export function ShiftHoursPage({ shiftId, onlyPersonId }: Props) {
  const hours = useShiftHours(shiftId)
  const isWide = useIsWide()
  const [hasSheet, setHasSheet] = useState(false)
  const roster = hours.roster.value
  const step = (by: 1 | -1) => {
    const ids = hours.people.map(({ personId }) => personId)
    const from = ids.indexOf(hours.openId ?? '')
    const next = ids[Math.min(ids.length - 1, Math.max(0, from + by))]
    if (!next) return
    hours.open(next)
    document.getElementById(rosterLineId(next))?.scrollIntoView({ block: 'nearest' })
  }
  useKeys({ ArrowDown: () => step(1), ArrowUp: () => step(-1), Escape: () => hours.open(undefined) }, isWide && !hasSheet)
  if (!roster) {
    const { state, error, again } = hours.roster
    return (
      <Screen title="名单与时长">
        {state === 'waiting' ? (
          <Skeleton shape="rows" count={6} />
        ) : (
          <ErrorState sentence={wordsForReading(error)} action={wayOn(error, again)} />
        )}
      </Screen>
    )
  }
  const only = onlyPersonId && !isWide ? roster.people.find(({ personId }) => personId === onlyPersonId) : undefined
  if (only) return <OnePerson roster={roster} line={only} hours={hours} />
  const open = (personId: string) => (isWide ? hours.open(personId) : go(staffPaths.hours, { shift: shiftId, person: personId }))
  const confirm = hours.clean.length > 0 && <ConfirmAll hours={hours} />
  return (
    <Screen title="名单与时长" width={isWide ? 'wide' : 'column'} footer={isWide ? undefined : confirm || undefined}>
      <Head roster={roster} />
      <Tabs hours={hours} count={roster.people.length} />
      <ActFault fault={hours.fault} />
      <View className="shift-hours">
        <View className="shift-hours__list">
          {isWide && confirm}
          <ScrollView className="shift-hours__scroll" scrollY={isWide}>
            <People hours={hours} openId={isWide ? hours.openId : undefined} onOpen={open} />
          </ScrollView>
        </View>
        {isWide && (
          <View className="shift-hours__open">
            {hours.line ? (
              <AttendanceDesk
                key={hours.line.personId}
                shift={roster.shift}
                line={hours.line}
                number={hours.numbers.get(hours.line.personId)}
                isOver={hours.isOver}
                onDone={hours.goOn}
                onSheet={setHasSheet}
              />
            ) : (
              <EmptyState scene="bench" sentence="从左边选一个人。" line="↑ ↓ 选人，按钮上的字母直接认定" />
            )}
          </View>
        )}
      </View>
    </Screen>
  )
}

function Head({ roster }: { roster: Roster }) {
  const { shift, isSettled, title } = roster
  return (
    <>
      <View className="shift-hours__title">{title}</View>
      <View className="shift-hours__line">{`${spanWords(shift.startsAt, shift.endsAt)}${isSettled ? ' · 已结算' : ''}`}</View>
    </>
  )
}

function OnePerson({ roster, line, hours }: { roster: Roster; line: RosterLine; hours: ShiftHours }) {
  const number = hours.numbers.get(line.personId)
  return (
    <Screen title="出勤">
      <Head roster={roster} />
      <AttendanceDesk shift={roster.shift} line={line} number={number} isOver={hours.isOver} onDone={back} />
    </Screen>
  )
}

function Tabs({ hours, count }: { hours: ShiftHours; count: number }) {
  const options = [
    { value: 'undecided' as const, word: '等你认定', count: hours.undecidedCount },
    { value: 'all' as const, word: '所有人', count }
  ]
  return (
    <View className="shift-hours__tabs">
      <Segmented label="看谁" options={options} value={hours.tab} onChange={hours.setTab} />
    </View>
  )
}

function ConfirmAll({ hours }: { hours: ShiftHours }) {
  const { progress, clean } = hours
  return (
    <Button
      word={progress ? `正在认定 ${progress.done}/${progress.count}` : `没有疑点的 ${clean.length} 人，全部认定`}
      isLoading={progress !== undefined}
      onPress={() => void hours.confirmAll()}
    />
  )
}

function People({ hours, openId, onOpen }: { hours: ShiftHours; openId?: string; onOpen: (personId: string) => void }) {
  if (hours.people.length === 0 && hours.tab === 'undecided') {
    return <EmptyState scene="garden" sentence={nothingLeftWords(hours.isOver, hours.proposedCount)} />
  }
  return <RosterList people={hours.people} numbers={hours.numbers} openId={openId} onOpen={onOpen} />
}
