import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { ReportCard } from '#contract/report-shapes'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { CaseUnitPicker } from '#app/features/reports/case-unit-picker.tsx'
import { resultsOf, type DispatchResult } from '#app/features/reports/work-dispatch-rules'
import { call } from '#app/platform/call-operation'
import { newKey } from '#app/platform/outbox'
import { wordsForError } from '#app/words/refusals'
import './work-dispatch-sheet.scss'

interface Props {
  cards: readonly ReportCard[]
  onClose: () => void
  /** Hears which went. */
  onDispatched: (reportIds: readonly string[]) => void
}

/** Gives many filed cases to one unit and says of each whether it went. */
export function WorkDispatchSheet({ cards, onClose, onDispatched }: Props) {
  const [unitId, setUnitId] = useState<string | undefined>(undefined)
  const [isSending, setIsSending] = useState(false)
  const [fault, setFault] = useState<string | undefined>(undefined)
  const [results, setResults] = useState<readonly DispatchResult[] | undefined>(undefined)
  // What is sent again after a broken network is the same intent; another unit is another one.
  const key = useRef({ unitId: '', value: '' })
  const send = async () => {
    if (!unitId) return setFault('选一个单位。')
    if (key.current.unitId !== unitId) key.current = { unitId, value: newKey('dispatch') }
    setIsSending(true)
    setFault(undefined)
    try {
      const reports = cards.map(({ reportId, version }) => ({ reportId, version }))
      const answer = await call.reports.dispatchReports({ idempotencyKey: key.current.value, unitId, reports })
      const all = resultsOf(cards, answer.results)
      setResults(all)
      onDispatched(all.filter(result => result.hasGone).map(({ reportId }) => reportId))
    } catch (error) {
      setFault(wordsForError(error))
    } finally {
      setIsSending(false)
    }
  }
  if (results) return <DispatchResults results={results} onClose={onClose} />
  const first = cards[0]
  const isOneKind = cards.every(card => card.categoryCode === first?.categoryCode)
  return (
    <BottomSheet isOpen onClose={onClose} title={`把 ${cards.length} 件交给哪个单位？`}>
      {!isOneKind && <View className="work-dispatch__hint">选中的不止一类：单位管不到的会留下，并说明原因。</View>}
      <CaseUnitPicker value={unitId} onChange={setUnitId} />
      {fault && (
        <View className="work-dispatch__fault" role="alert">
          {fault}
        </View>
      )}
      <Button word={`派遣 ${cards.length} 件`} isLoading={isSending} onPress={() => void send()} />
    </BottomSheet>
  )
}

function DispatchResults({ results, onClose }: { results: readonly DispatchResult[]; onClose: () => void }) {
  const goneCount = results.filter(result => result.hasGone).length
  const leftCount = results.length - goneCount
  return (
    <BottomSheet isOpen onClose={onClose} title={leftCount === 0 ? `${goneCount} 件都已派遣` : `派遣 ${goneCount} 件，${leftCount} 件没去`}>
      <View className="work-dispatch__results" role="list">
        {results.map(({ reportId, number, name, hasGone, sentence }) => (
          <View key={reportId} className="work-dispatch__result" role="listitem">
            <View className="work-dispatch__words">
              {number} {name}
              {sentence && <View className="work-dispatch__why">{sentence}</View>}
            </View>
            <StateChip tone={hasGone ? 'good' : 'bad'} word={hasGone ? '已派遣' : '没去'} />
          </View>
        ))}
      </View>
      <Button word="好" look="quiet" onPress={onClose} />
    </BottomSheet>
  )
}
