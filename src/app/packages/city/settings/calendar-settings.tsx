import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Section } from '#app/components/section.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { CalendarForm } from '#app/packages/city/settings/calendar-form.tsx'
import {
  datesOf,
  monthsOf,
  sourceWords,
  stretchWords,
  type ListedDay,
  type Stretch
} from '#app/packages/city/settings/calendar-months-rules'
import { call } from '#app/platform/call-operation'
import { toast } from '#app/platform/toast'
import { useAsked } from '#app/platform/use-asked'
import { useNow } from '#app/platform/use-now'
import { wordsForError } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

/** The work calendar of a year as deadlines count it, and the city's own days in it. */
export function CalendarSettings() {
  const thisYear = useNow().getFullYear()
  const [year, setYear] = useState(thisYear)
  const asked = useAsked(async () => ({ year, ...(await call.reports.listCalendarDays({ year })) }), [year])
  const [isAdding, setIsAdding] = useState(false)
  const years = [thisYear - 1, thisYear, thisYear + 1].map(each => ({ value: `${each}`, word: `${each} 年` }))
  const shown = asked.value?.year === year ? asked.value : undefined
  return (
    <View>
      <Segmented label="哪一年" options={years} value={`${year}`} onChange={value => setYear(Number(value))} />
      <View className="form-part__gap" />
      <Button word="写本地的休息日、上班日" icon="plus" look="quiet" onPress={() => setIsAdding(true)} />
      <View className="form-part__gap" />
      {shown ? (
        <YearPart {...shown} again={asked.again} />
      ) : asked.state === 'failed' ? (
        <ErrorState sentence={wordsForError(asked.error)} action={wayOn(asked.error, asked.again)} />
      ) : (
        <Skeleton shape="rows" count={5} />
      )}
      <BottomSheet isOpen={isAdding} onClose={() => setIsAdding(false)} title="本地的休息日、上班日">
        {isAdding && (
          <CalendarForm
            year={year}
            onSaved={() => {
              setIsAdding(false)
              void asked.again()
            }}
          />
        )}
      </BottomSheet>
    </View>
  )
}

/** Asks before the city's own word on some days is taken back. */
function TakeBack({ stretch, onClose, onDone }: { stretch: Stretch; onClose: () => void; onDone: () => Promise<unknown> }) {
  const [isSending, setIsSending] = useState(false)
  const send = async () => {
    setIsSending(true)
    try {
      await call.reports.removeCalendarDays({ dates: datesOf(stretch) })
      toast('撤掉了')
      await onDone()
    } catch (error) {
      toast(wordsForError(error))
    } finally {
      setIsSending(false)
      onClose()
    }
  }
  return (
    <ConfirmDialog
      isOpen
      title={`撤掉本地写的 ${Number(stretch.date.slice(5, 7))} 月 ${stretchWords(stretch)}？`}
      sentence="撤掉后按国家公布的算；没有公布的，按法定节假日和周末休息算。已经答应的时限不变。"
      confirmWord="撤掉"
      cancelWord="留着"
      isDanger
      isLoading={isSending}
      onConfirm={() => void send()}
      onClose={onClose}
    />
  )
}

interface Year {
  year: number
  days: readonly ListedDay[]
  isAnnounced: boolean
  again: () => Promise<unknown>
}

function YearPart({ year, days, isAnnounced, again }: Year) {
  const [asked, setAsked] = useState<Stretch | undefined>(undefined)
  const months = monthsOf(days)
  return (
    <View>
      {isAnnounced ? (
        <Notice tone="info" icon="calendar">
          没列出来的，周一到周五上班，周末休息。改了以后，已经答应的时限不变，新的按这里算。
        </Notice>
      ) : (
        <Notice tone="wait" icon="calendar">
          {`程序里还没有国家公布的 ${year} 年放假安排，先按法定节假日和周末休息算，还没有调休。等不及可以写在这里。`}
        </Notice>
      )}
      {months.length === 0 && <EmptyState scene="lantern" sentence="这一年还没有写特别的日子。" />}
      {months.map(({ month, stretches }) => (
        <Section key={month} title={`${month} 月`}>
          <ListGroup>
            {stretches.map(stretch => (
              <ListRow
                key={stretch.date}
                title={stretchWords(stretch)}
                line={[stretch.name, isAnnounced || stretch.isOwn ? sourceWords(stretch) : '法定节假日'].filter(Boolean).join(' · ')}
                {...(stretch.isOwn && { onPress: () => setAsked(stretch) })}
                end={<StateChip tone={stretch.isWorkday ? 'wait' : 'good'} word={stretch.isWorkday ? '上班' : '休息'} />}
              />
            ))}
          </ListGroup>
        </Section>
      ))}
      {asked && <TakeBack stretch={asked} onClose={() => setAsked(undefined)} onDone={again} />}
    </View>
  )
}
