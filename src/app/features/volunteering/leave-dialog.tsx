import { useState } from 'react'
import type { Shift } from '#contract/volunteering-shapes'
import { signUpFacts } from '#contract/volunteering-states'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { freeToLeaveUntil, wouldLeaveLate } from '#app/features/volunteering/shift-rules'
import { call } from '#app/platform/call-operation'
import { toast } from '#app/platform/toast'
import { wordsForError } from '#app/words/refusals'
import { signUpWords } from '#app/words/volunteering'

interface Props {
  shift: Shift
  isOpen: boolean
  onClose: () => void
  onLeft: () => Promise<unknown>
  now: Date
}

/** What follows from leaving, said before it is done. */
function consequence(shift: Shift, now: Date): string {
  const holdsSeat = shift.mySignUp !== undefined && signUpFacts[shift.mySignUp.state].takesSeat
  if (!holdsSeat) return '退出候补没有任何影响。想来还可以再排，从后面排起。'
  if (wouldLeaveLate(shift, now))
    return '离开始不到 24 小时，现在退出算一次临时取消。90 天里两次，接下来 14 天一次只能报一个时段。名额会让给候补的人，这个时段不能再报了。'
  if (freeToLeaveUntil(shift, now)) return '这个时段刚改过时间，现在退出不算临时取消。名额会让给候补的人。'
  return '现在退出没有任何影响，名额会让给候补的人。想来还可以再报，有空名额就行。'
}

export function LeaveDialog({ shift, isOpen, onClose, onLeft, now }: Props) {
  const [isSending, setIsSending] = useState(false)
  const leave = async () => {
    setIsSending(true)
    try {
      const { state } = await call.volunteering.leaveShift({ shiftId: shift.shiftId })
      toast(signUpWords[state].word)
    } catch (error) {
      toast(wordsForError(error))
    } finally {
      setIsSending(false)
      onClose()
      await onLeft()
    }
  }
  const isLate = wouldLeaveLate(shift, now)
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title="退出这个时段吗"
      sentence={consequence(shift, now)}
      confirmWord={isLate ? '还是要退出' : '退出'}
      cancelWord="不退了"
      isDanger
      isLoading={isSending}
      onConfirm={() => void leave()}
      onClose={onClose}
    />
  )
}
