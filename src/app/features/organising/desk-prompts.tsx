import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { Notice } from '#app/components/notice.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { timeOf } from '#app/features/organising/city-time-rules'
import { useAct } from '#app/features/organising/use-act'
import type { Roster } from '#app/features/organising/use-roster'
import { call } from '#app/platform/call-operation'
import './desk-prompts.scss'

interface Props {
  roster: Roster
  onDone: () => void
  /** Absent where the code of the middle is shown already. */
  onShowMidway?: () => void
}

/** What the system asks of the desk at moments it picks itself: to count heads, to show the code of the middle. */
export function DeskPrompts({ roster, onDone, onShowMidway }: Props) {
  const isAsked = roster.headCountAskedAt !== undefined && roster.headCount === undefined
  return (
    <View className="desk-prompts">
      {isAsked && <HeadCount shiftId={roster.shift.shiftId} onDone={onDone} />}
      {roster.midwayUntil && (
        <Notice tone="wait" icon="bell">
          <View>{`中途确认开着，到 ${timeOf(roster.midwayUntil)} 为止。请大家扫一下。`}</View>
          {onShowMidway && (
            <View className="desk-prompts__act">
              <Button word="出示中途码" look="quiet" isNarrow onPress={onShowMidway} />
            </View>
          )}
        </Notice>
      )}
    </View>
  )
}

function HeadCount({ shiftId, onDone }: { shiftId: string; onDone: () => void }) {
  const [typed, setTyped] = useState('')
  const { isActing, fault, say, act } = useAct()
  const send = async () => {
    if (!/^\d{1,4}$/.test(typed.trim())) return say('写上现在在场的人数。')
    const count = Number(typed.trim())
    if (await act(() => call.volunteering.enterHeadCount({ shiftId, count }), '记下了')) onDone()
  }
  return (
    <Card>
      <View className="desk-prompts__title">请现在点一下人数</View>
      <View className="desk-prompts__line">数在场的人，不看名单；对得上，时长等级更高。</View>
      <View className="desk-prompts__row">
        <View className="desk-prompts__field">
          <TextField label="现在在场几个人" kind="number" value={typed} onChange={setTyped} onSubmit={() => void send()} />
        </View>
        <Button word="记下" isNarrow isLoading={isActing} onPress={() => void send()} />
      </View>
      <ActFault fault={fault} />
    </Card>
  )
}
