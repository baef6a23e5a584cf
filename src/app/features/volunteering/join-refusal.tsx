import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { joinRefusalSentence, otherShiftOf, wayOnAfter } from '#app/features/volunteering/join-refusal-words'
import { ACTIVITY_PATH, SERVICE_PATH } from '#app/features/volunteering/paths'
import type { Joining } from '#app/features/volunteering/use-joining'
import { call } from '#app/platform/call-operation'
import { go, switchTab } from '#app/platform/navigation'
import { toast } from '#app/platform/toast'
import { usePolite } from '#app/platform/use-polite'
import { wordsForError } from '#app/words/refusals'
import './join-sheet.scss'

const REASON_LENGTH_MAX = 300

/** Why the last sign-ups should not count: read by staff, who may lift the cool-down. */
function Appeal({ onSent }: { onSent: () => void }) {
  const [reason, setReason] = useState('')
  const [isSending, setIsSending] = useState(false)
  const send = async () => {
    setIsSending(true)
    try {
      await call.volunteering.appealCoolDown({ reason })
      toast('已收到，社区看过后，打开同创就能看到')
      onSent()
    } catch (error) {
      toast(wordsForError(error))
    } finally {
      setIsSending(false)
    }
  }
  return (
    <View>
      <TextArea label="说明原因" placeholder="比如：那两天住院了" value={reason} onChange={setReason} lengthMax={REASON_LENGTH_MAX} />
      <View className="join-sheet__acts">
        <Button word="请社区解除" isLoading={isSending} isDisabled={reason.trim().length < 2} onPress={() => void send()} />
      </View>
    </View>
  )
}

function OtherShift({ error }: { error: unknown }) {
  const [isAsking, setIsAsking] = useState(false)
  const open = async () => {
    setIsAsking(true)
    try {
      const other = otherShiftOf(error, (await call.volunteering.listMyShifts({})).shifts)
      if (other) go(ACTIVITY_PATH, { activityId: other.activityId, shiftId: other.shift.shiftId })
      else go(SERVICE_PATH, { view: 'shifts' })
    } catch (fault) {
      toast(wordsForError(fault))
    } finally {
      setIsAsking(false)
    }
  }
  return <Button word="看我报的那一个" isLoading={isAsking} onPress={() => void open()} />
}

function WayOn({ joining }: { joining: Joining }) {
  switch (wayOnAfter(joining.error)) {
    case 'profile':
      return <Button word="去填资料，填完接着报" onPress={joining.goProfile} />
    case 'other-shift':
      return <OtherShift error={joining.error} />
    case 'appeal':
      return <Appeal onSent={joining.close} />
    case 'my-shifts':
      return <Button word="看我的时段" onPress={() => go(SERVICE_PATH, { view: 'shifts' })} />
    case 'others':
      return <Button word="看看别的活动" onPress={() => switchTab('/pages/volunteer/index')} />
    case 'again':
      return <Button word="再试一次" isLoading={joining.isSending} onPress={() => void joining.confirm()} />
  }
}

/** Why not, and what instead. */
export function JoinRefusal({ joining, now }: { joining: Joining; now: Date }) {
  const polite = usePolite()
  return (
    <View>
      <View className="join-sheet__sentence" role="alert">
        {polite(joinRefusalSentence(joining.error, now))}
      </View>
      <WayOn joining={joining} />
    </View>
  )
}
