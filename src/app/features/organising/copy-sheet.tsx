import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Activity } from '#contract/volunteering-shapes'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { DateField } from '#app/components/date-field.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { dateOf, daysLater } from '#app/features/organising/city-time-rules'
import { useAct } from '#app/features/organising/use-act'
import { call } from '#app/platform/call-operation'
import { sendOnce } from '#app/platform/send-once'
import './sheet-form.scss'

const WEEK_DAYS = 7

interface Props {
  activity: Activity
  onCopied: (activityId: string) => void
  onClose: () => void
}

/** The same activity once more, as a draft, its shifts moved so that the first lies on another day. */
export function CopySheet({ activity, onCopied, onClose }: Props) {
  const tomorrow = daysLater(dateOf(new Date()), 1)
  const [firstOn, setFirstOn] = useState(() => {
    const weekLater = daysLater(dateOf(activity.shifts[0]?.startsAt ?? activity.startsAt), WEEK_DAYS)
    return weekLater > tomorrow ? weekLater : tomorrow
  })
  const { isActing, fault, act } = useAct()
  const copy = async () => {
    let activityId = ''
    const isDone = await act(async () => {
      activityId = (
        await sendOnce('activity-copy', { activityId: activity.activityId, firstOn }, keyed => call.volunteering.copyActivity(keyed))
      ).activityId
    }, '照样建好了一份草稿')
    if (isDone) onCopied(activityId)
  }
  return (
    <BottomSheet isOpen onClose={onClose} title="照样再办">
      <View className="sheet-form__sentence">内容、地点、时段都照抄，成为一份草稿，改好再交给审核。</View>
      <DateField label="第一天在哪一天" value={firstOn} onChange={setFirstOn} first={tomorrow} />
      <ActFault fault={fault} />
      <View className="sheet-form__foot">
        <Button word="建一份草稿" isLoading={isActing} isDisabled={firstOn === ''} onPress={() => void copy()} />
      </View>
    </BottomSheet>
  )
}
