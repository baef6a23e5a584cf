import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AccountHolder } from '#contract/points-office'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { useAct } from '#app/features/organising/use-act'
import { PersonField } from '#app/packages/staff/points/person-field.tsx'
import { call } from '#app/platform/call-operation'
import { sendOnce } from '#app/platform/send-once'
import '#app/features/organising/sheet-form.scss'

const REASON_LENGTH_MIN = 4
const AMOUNT_MAX = 1000

/** Proposes to give or take points; nothing moves until somebody else agrees. */
export function AdjustSheet({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const [person, setPerson] = useState<AccountHolder | undefined>(undefined)
  const [amount, setAmount] = useState('')
  const [reason, setReason] = useState('')
  const { isActing, fault, refused, say, act } = useAct()
  const send = async () => {
    const points = /^[+-]?\d{1,4}$/.test(amount.trim()) ? Number(amount.trim()) : 0
    if (!person) return say('先找到那个人。')
    if (points === 0 || Math.abs(points) > AMOUNT_MAX) return say('写上加或减多少分，比如 20 或 -20，最多 1000。')
    if (reason.trim().length < REASON_LENGTH_MIN) return say('写清楚为什么，批的人和查账的人都要看。')
    if (
      await act(
        () =>
          sendOnce('adjustment', { personId: person.personId, amount: points, reason: reason.trim() }, keyed =>
            call.points.proposeAdjustment(keyed)
          ),
        '提好了，等另一个人批'
      )
    )
      onDone()
  }
  return (
    <BottomSheet isOpen onClose={onClose} title="提一笔更正">
      <PersonField person={person} onChange={setPerson} />
      <TextField label="加减多少分" placeholder="如：20 或 -20" value={amount} onChange={setAmount} lengthMax={5} />
      <TextArea label="为什么" value={reason} onChange={setReason} lengthMax={200} />
      <ActFault fault={refused?.code === 'same-person' ? '不能给自己更正，请别的同事来提。' : fault} />
      <View className="sheet-form__foot">
        <Button word="交给第二个人批" isLoading={isActing} onPress={() => void send()} />
      </View>
    </BottomSheet>
  )
}
