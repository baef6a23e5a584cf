import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { cityDay } from '#app/words/city-day'
import { CertificatePart } from '#app/features/volunteering/certificate-part.tsx'
import { DisputeSheet } from '#app/features/volunteering/dispute-sheet.tsx'
import { HourLine } from '#app/features/volunteering/hour-line.tsx'
import { HoursHead } from '#app/features/volunteering/hours-head.tsx'
import { HoursMonths } from '#app/features/volunteering/hours-months.tsx'
import { useMyHours } from '#app/features/volunteering/use-my-hours'
import { switchTab } from '#app/platform/navigation'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './hour-line.scss'

const MONTHS_SHOWN_MAX = 12

function Entries({ hours, now }: { hours: ReturnType<typeof useMyHours>; now: Date }) {
  const [disputed, setDisputed] = useState<string | undefined>(undefined)
  const { entries, hasMore, more, isAsking, first } = hours
  if (entries.length === 0)
    return (
      <EmptyState
        scene="lantern"
        sentence="还没有时长"
        line="参加一次，签到签退，时长就会一笔一笔记在这里。"
        action={{ word: '找一个时段', onPress: () => switchTab('/pages/volunteer/index') }}
      />
    )
  return (
    <Section title="每一笔">
      <View className="hour-lines" role="list">
        {entries.map(entry => (
          <HourLine key={entry.entryId} entry={entry} now={now} onDispute={setDisputed} />
        ))}
      </View>
      {hasMore && <Button word="看更早的" look="quiet" isLoading={isAsking} onPress={() => void more()} />}
      <DisputeSheet shiftId={disputed} onClose={() => setDisputed(undefined)} onSent={first.again} />
    </Section>
  )
}

const firstDayOf = (months: readonly { month: string }[], now: Date) =>
  months.length > 0 ? `${months.map(({ month }) => month).sort()[0]}-01` : cityDay(now)

/** My minutes: the sum by grade, by month, every entry, and the certificates made of them. */
export function MyHours({ now }: { now: Date }) {
  const hours = useMyHours()
  const { value, state, error, again } = hours.first
  if (!value && state === 'waiting') return <Skeleton shape="card" count={2} />
  if (!value) return <ErrorState sentence={wordsForReading(error)} action={wayOn(error, again)} />
  return (
    <View>
      <HoursHead {...value} />
      {value.minutes > 0 && <CertificatePart now={now} firstDay={firstDayOf(value.months, now)} />}
      {value.months.length > 0 && (
        <Section title="每个月">
          <HoursMonths months={value.months.slice(0, MONTHS_SHOWN_MAX)} />
        </Section>
      )}
      <Entries hours={hours} now={now} />
    </View>
  )
}
