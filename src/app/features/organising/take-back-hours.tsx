import { View } from '@tarojs/components'
import type { RosterLine } from '#contract/volunteering-shapes'
import { Button } from '#app/components/button.tsx'
import { NoteSheet } from '#app/features/organising/note-sheet.tsx'
import { volunteeringRoles } from '#app/features/organising/organising-role-rules'
import { call } from '#app/platform/call-operation'
import { Refused } from '#app/platform/refused'
import { usePerson } from '#app/platform/session'

/** A try that broke off half-way goes on with the entries that are left. */
async function reverseAll(entryIds: readonly string[], reason: string): Promise<void> {
  for (const entryId of entryIds) {
    await call.volunteering.reverseHours({ entryId, reason }).catch((fault: unknown) => {
      if (!(fault instanceof Refused && fault.code === 'already-done')) throw fault
    })
  }
}

interface Props {
  line: RosterLine
  isAsking: boolean
  onAsk: () => void
  onDone: () => void
  onClose: () => void
}

/** Takes back what was entered for a decided line; only supervisors and admins may, and nothing of their own. */
export function TakeBackHours({ line, isAsking, onAsk, onDone, onClose }: Props) {
  const person = usePerson()
  const { entryIds = [], maskedName, personId } = line
  const mayTakeBack = volunteeringRoles(person?.grants ?? []).isOffice && person?.personId !== personId
  if (entryIds.length === 0 || !mayTakeBack) return null
  return (
    <View>
      <View style={{ height: '8px' }} />
      <Button word="撤回这笔时长" icon="undo" look="quiet" onPress={onAsk} />
      {isAsking && (
        <NoteSheet
          title={`撤回${maskedName}的这笔时长`}
          sentence="写一笔负数，积分和证明跟着改；原来的记录还在，他会看到原因。"
          label="为什么"
          word="撤回"
          isDanger
          done="撤回了"
          onSend={reason => reverseAll(entryIds, reason)}
          onDone={onDone}
          onClose={onClose}
        />
      )}
    </View>
  )
}
