import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ReportDetail } from '#contract/report-shapes'
import { Picture } from '#app/components/picture.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { SearchField } from '#app/components/search-field.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { choiceOfCard, choiceOfSimilar, mastersFor, NUMBER_LENGTH_MIN, type MasterChoice } from '#app/features/reports/case-master-rules'
import { findByNumber } from '#app/features/reports/use-work-list'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'
import { wordsForError } from '#app/words/refusals'
import { reportStateWords } from '#app/words/report-states'
import { agoWords, distanceWords } from '#app/words/time-words'
import './case-picker.scss'

interface Props {
  report: ReportDetail
  value?: string
  onChange: (reportId: string) => void
}

function MasterRow({ choice, isChosen, onPress }: { choice: MasterChoice; isChosen: boolean; onPress: () => void }) {
  const where = choice.distanceMetres === undefined ? '' : ` · ${distanceWords(choice.distanceMetres)}`
  return (
    <Pressable
      className={`case-picker__row${isChosen ? ' case-picker__row--chosen' : ''}`}
      role="radio"
      isSelected={isChosen}
      onPress={onPress}
    >
      <View className="case-picker__mark" />
      <View className="case-picker__photo">
        <Picture address={choice.photoUrl} label="" />
      </View>
      <View className="case-picker__words">
        <View>
          {choice.number} {choice.name}
        </View>
        <View className="case-picker__line">
          {reportStateWords[choice.state].word} · {agoWords(choice.submittedAt, new Date())}
          {where}
        </View>
      </View>
    </Pressable>
  )
}

/** The case this one joins: one of those nearby, or any by its number. */
export function CaseMasterPicker({ report, value, onChange }: Props) {
  const [number, setNumber] = useState('')
  const { categoryCode, point, reportId } = report
  const near = useAsked(() => call.reports.findSimilarReports({ categoryCode, point }), [reportId])
  const isSearching = number.trim().length >= NUMBER_LENGTH_MIN
  const found = useAsked(async () => (isSearching ? findByNumber(number.trim()) : []), [number])
  const asked = isSearching ? found : near
  const choices = mastersFor(
    reportId,
    isSearching ? (found.value ?? []).map(choiceOfCard) : (near.value?.reports ?? []).map(choiceOfSimilar)
  )
  return (
    <View className="case-picker">
      <SearchField value={number} onChange={setNumber} label="按编号找" placeholder="编号的前六位起" />
      <View className="case-picker__label">{isSearching ? '这个编号的' : '附近的同类'}</View>
      {asked.state === 'waiting' && <Skeleton shape="lines" />}
      {asked.state === 'failed' && <View className="case-picker__none">{wordsForError(asked.error)}</View>}
      {asked.state === 'there' && choices.length === 0 && (
        <View className="case-picker__none">{isSearching ? '没有这个编号的案件。' : '附近没有同类的案件，可以按编号找。'}</View>
      )}
      <View className="case-picker__rows" role="radiogroup" aria-label="并进哪一件">
        {choices.map(choice => (
          <MasterRow key={choice.reportId} choice={choice} isChosen={choice.reportId === value} onPress={() => onChange(choice.reportId)} />
        ))}
      </View>
    </View>
  )
}
