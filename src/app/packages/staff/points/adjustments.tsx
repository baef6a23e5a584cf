import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Adjustment } from '#contract/points-shapes'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { StateChip, type Tone } from '#app/components/state-chip.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { NoteSheet } from '#app/features/organising/note-sheet.tsx'
import { useAct } from '#app/features/organising/use-act'
import { AdjustSheet } from '#app/packages/staff/points/adjust-sheet.tsx'
import { FreezeSheet } from '#app/packages/staff/points/freeze-sheet.tsx'
import { call } from '#app/platform/call-operation'
import { usePages } from '#app/platform/use-pages'
import { wordsForReading } from '#app/words/refusals'
import { agoWords } from '#app/words/time-words'
import { wayOn } from '#app/words/way-on'
import './adjustments.scss'

const stateWords: Record<Adjustment['state'], { tone: Tone; word: string }> = {
  proposed: { tone: 'wait', word: '等第二个人' },
  approved: { tone: 'good', word: '批了' },
  refused: { tone: 'info', word: '没有批' }
}

const refusedWords: Partial<Record<string, string>> = {
  'same-person': '要由另一个人来批；给自己的也不能自己批。',
  'already-done': '别的同事已经处理过了。',
  'not-enough-points': '他现在可用的积分没有这么多，扣不了。'
}

const signed = (amount: number) => (amount > 0 ? `+${amount}` : `${amount}`)

function OneAdjustment({ adjustment, now, onDone }: { adjustment: Adjustment; now: Date; onDone: () => void }) {
  const { adjustmentId, maskedName, amount, reason, state, proposer, proposedAt, isMine, decider, note } = adjustment
  const [isRefusing, setIsRefusing] = useState(false)
  const { isActing, fault, refused, act } = useAct()
  const approve = async () => {
    if (await act(() => call.points.approveAdjustment({ adjustmentId, isApproved: true }), '批了，已经记账')) onDone()
  }
  return (
    <Card>
      <View className="adjustment__head">
        <View className="adjustment__title">{`${maskedName} ${signed(amount)} 分`}</View>
        <StateChip {...stateWords[state]} />
      </View>
      <View className="adjustment__reason">{reason}</View>
      <View className="adjustment__line">{`${proposer} ${agoWords(proposedAt, now)}提出`}</View>
      {decider && <View className="adjustment__line">{[`${decider} 决定`, note].filter(Boolean).join('：')}</View>}
      <ActFault fault={(refused && refusedWords[refused.code]) ?? fault} />
      {state === 'proposed' && isMine && <View className="adjustment__line">等另一位同事来批。</View>}
      {state === 'proposed' && !isMine && (
        <View className="adjustment__acts">
          <Button word="批准" isNarrow isLoading={isActing} onPress={() => void approve()} />
          <Button word="不批" look="quiet" isNarrow isDisabled={isActing} onPress={() => setIsRefusing(true)} />
        </View>
      )}
      {isRefusing && (
        <NoteSheet
          title="不批这一笔"
          sentence="提出的人会看到原因，积分不动。"
          label="为什么"
          word="不批"
          done="没有批"
          refusedWords={refusedWords}
          onSend={said => call.points.approveAdjustment({ adjustmentId, isApproved: false, note: said })}
          onDone={() => {
            setIsRefusing(false)
            onDone()
          }}
          onClose={() => setIsRefusing(false)}
        />
      )}
    </Card>
  )
}

/** Points put right by hand: one person proposes, another decides, both stay readable. */
export function Adjustments({ now }: { now: Date }) {
  const [sheet, setSheet] = useState<'adjust' | 'freeze' | undefined>(undefined)
  const read = async (cursor?: string) => {
    const { adjustments, nextCursor } = await call.points.listAdjustments(cursor ? { cursor } : {})
    return { rows: adjustments, nextCursor }
  }
  const pages = usePages<Adjustment>('adjustments', read, ({ adjustmentId }) => adjustmentId)
  return (
    <View>
      <View className="adjustments__ways">
        <Button word="提一笔更正" icon="plus" isNarrow onPress={() => setSheet('adjust')} />
        <Button word="冻结或解冻" icon="lock" look="quiet" isNarrow onPress={() => setSheet('freeze')} />
      </View>
      {pages.state === 'waiting' && <Skeleton shape="card" count={2} />}
      {pages.state === 'failed' && <ErrorState sentence={wordsForReading(pages.error)} action={wayOn(pages.error, pages.again)} />}
      {pages.state === 'there' && pages.rows.length === 0 && (
        <EmptyState scene="garden" sentence="没有更正过" line="账都由规则自己记，要手改的越少越好。" />
      )}
      <View className="adjustments">
        {pages.rows.map(adjustment => (
          <OneAdjustment key={adjustment.adjustmentId} adjustment={adjustment} now={now} onDone={() => void pages.again()} />
        ))}
      </View>
      {pages.hasMore && <Button word="看更早的" look="quiet" isLoading={pages.isLoadingMore} onPress={() => void pages.more()} />}
      {sheet === 'adjust' && (
        <AdjustSheet
          onClose={() => setSheet(undefined)}
          onDone={() => {
            setSheet(undefined)
            void pages.again()
          }}
        />
      )}
      {sheet === 'freeze' && <FreezeSheet onClose={() => setSheet(undefined)} />}
    </View>
  )
}
