import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Activity, Shift } from '#contract/volunteering-shapes'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { seriesDays, type PlannedSeries } from '#app/features/organising/activity-plan-rules'
import { dateOf, daysLater, weekdayOf } from '#app/features/organising/city-time-rules'
import { shiftsAgain } from '#app/features/organising/repeat-rules'
import { SeriesFields } from '#app/features/organising/series-fields.tsx'
import { useAct } from '#app/features/organising/use-act'
import { call } from '#app/platform/call-operation'
import { sendOnce } from '#app/platform/send-once'
import './sheet-form.scss'

const MONTH_DAYS = 28

interface Props {
  activity: Activity
  onDone: () => void
  onClose: () => void
}

/** The shifts of the last day again, every week on these days until a date, save for some. */
export function RepeatSheet({ activity, onDone, onClose }: Props) {
  const live = activity.shifts.filter(shift => !shift.isCancelled)
  const lastOn = dateOf(live.at(-1)?.startsAt ?? activity.startsAt)
  const today = dateOf(new Date())
  const first = lastOn > today ? lastOn : today
  const [series, setSeries] = useState<PlannedSeries>({ weekdays: [weekdayOf(lastOn)], until: daysLater(first, MONTH_DAYS), except: [] })
  const { isActing, fault, act } = useAct()
  const ofLastDay: readonly Shift[] = live.filter(({ startsAt }) => dateOf(startsAt) === lastOn)
  const plans = shiftsAgain(ofLastDay, seriesDays(first, series))
  const add = async () => {
    if (
      await act(
        () => sendOnce('shifts', { activityId: activity.activityId, shifts: plans }, keyed => call.volunteering.addShifts(keyed)),
        `加了 ${plans.length} 个时段`
      )
    )
      onDone()
  }
  return (
    <BottomSheet isOpen onClose={onClose} title="重复几次">
      <View className="sheet-form__sentence">{`照最后一天（${Number(lastOn.slice(5, 7))}月${Number(lastOn.slice(8))}日）的 ${ofLastDay.length} 个时段往后排。`}</View>
      <SeriesFields series={series} first={first} onChange={setSeries} />
      <ActFault fault={fault} />
      <View className="sheet-form__foot">
        <Button
          word={plans.length > 0 ? `加 ${plans.length} 个时段` : '这样排没有时段'}
          isLoading={isActing}
          isDisabled={plans.length === 0}
          onPress={() => void add()}
        />
      </View>
    </BottomSheet>
  )
}
