import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { Section } from '#app/components/section.tsx'
import { call } from '#app/platform/call-operation'
import { toast } from '#app/platform/toast'
import { wordsForError } from '#app/words/refusals'

/** The way out, with everything that goes and the one thing that stays. */
export function LeavePart({ onLeft }: { onLeft: () => Promise<unknown> }) {
  const [isAsking, setIsAsking] = useState(false)
  const [isSending, setIsSending] = useState(false)
  const leave = async () => {
    setIsSending(true)
    try {
      const { releasedShiftCount } = await call.volunteering.leaveVolunteering({})
      toast(releasedShiftCount > 0 ? `资料已删除，让出了 ${releasedShiftCount} 个时段` : '资料已删除')
      setIsAsking(false)
      await onLeft()
    } catch (error) {
      toast(wordsForError(error))
    } finally {
      setIsSending(false)
    }
  }
  return (
    <Section title="离开">
      <Button word="不再做志愿者，删掉资料" look="quiet" onPress={() => setIsAsking(true)} />
      <ConfirmDialog
        isOpen={isAsking}
        title="删掉志愿者资料吗"
        sentence="出生日期、技能、队伍和纸质卡都会删掉，还没开始的报名会让给别人。做过的时长是真的，会留着；以后想回来，重新填就行。"
        confirmWord="删掉"
        isDanger
        isLoading={isSending}
        onConfirm={() => void leave()}
        onClose={() => setIsAsking(false)}
      />
    </Section>
  )
}
