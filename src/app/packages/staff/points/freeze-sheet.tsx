import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AccountHolder } from '#contract/points-office'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { useAct } from '#app/features/organising/use-act'
import { PersonField } from '#app/packages/staff/points/person-field.tsx'
import { call } from '#app/platform/call-operation'
import { toast } from '#app/platform/toast'
import '#app/features/organising/sheet-form.scss'

const ways = [
  { value: 'freeze', word: '先冻结' },
  { value: 'lift', word: '解冻' }
] as const
type Way = (typeof ways)[number]['value']

const REASON_LENGTH_MIN = 4

const refusedWords: Partial<Record<string, string>> = {
  'same-person': '自己的积分要请别的同事来处理。',
  'already-done': '他的积分已经是这样了。',
  'not-enough-points': '他现在没有可用的积分，不用冻结。'
}

/** Holds what somebody has while something is looked into, or lets it go again. They read that it is being looked into. */
export function FreezeSheet({ onClose }: { onClose: () => void }) {
  const [person, setPerson] = useState<AccountHolder | undefined>(undefined)
  const [way, setWay] = useState<Way>('freeze')
  const [reason, setReason] = useState('')
  const { isActing, fault, refused, say, act } = useAct()
  const send = async () => {
    if (!person) return say('先找到那个人。')
    if (reason.trim().length < REASON_LENGTH_MIN) return say('写清楚为什么，查账的人要看。')
    const isFrozen = way === 'freeze'
    const isDone = await act(async () => {
      const { held } = await call.points.freezePoints({ personId: person.personId, isFrozen, reason: reason.trim() })
      toast(isFrozen ? `冻结了 ${held} 分` : '解冻了')
    })
    if (isDone) onClose()
  }
  return (
    <BottomSheet isOpen onClose={onClose} title="冻结或解冻">
      <View className="sheet-form__sentence">核实期间先冻结：不能兑换，也不会到期。核实完解冻，或提一笔更正。</View>
      <PersonField person={person} onChange={setPerson} />
      <Segmented label="冻结还是解冻" options={ways} value={way} onChange={setWay} />
      <View className="sheet-form__gap" />
      <TextArea label="为什么" value={reason} onChange={setReason} lengthMax={200} />
      <ActFault fault={(refused && refusedWords[refused.code]) ?? fault} />
      <View className="sheet-form__foot">
        <Button word={way === 'freeze' ? '冻结' : '解冻'} isLoading={isActing} onPress={() => void send()} />
      </View>
    </BottomSheet>
  )
}
