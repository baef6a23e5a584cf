import { Text, View } from '@tarojs/components'
import type { HistoryEntry, ReportDetail } from '#contract/report-shapes'
import { PhotoGrid } from '#app/components/photo-grid.tsx'
import { actOf, doerOf } from '#app/features/reports/case-history-rules'
import { wordsForReason } from '#app/words/staff-reasons'
import { momentWords } from '#app/words/time-words'
import './case-history.scss'

interface Props {
  report: Pick<ReportDetail, 'history' | 'photos'>
  now: Date
}

const detailOf = ({ unitName, reasonCode, referredTo, referenceNumber, to }: HistoryEntry) =>
  [
    to === 'dispatched' && unitName ? `交给 ${unitName}` : '',
    referredTo ? `转给 ${referredTo}` : '',
    referenceNumber ? `对方编号 ${referenceNumber}` : '',
    reasonCode ? wordsForReason(reasonCode) : ''
  ].filter(Boolean)

function HistoryLine({ entry, photos, now }: { entry: HistoryEntry; photos: ReportDetail['photos']; now: Date }) {
  const attached = photos.filter(photo => entry.photoIds.includes(photo.photoId))
  return (
    <View className="case-history__line" role="listitem">
      <View className="case-history__dot" aria-hidden />
      <View className="case-history__words">
        <View className="case-history__act">{actOf(entry)}</View>
        <View className="case-history__who">
          <Text>
            {momentWords(entry.at, now)} · {doerOf(entry)}
          </Text>
        </View>
        {detailOf(entry).map(detail => (
          <View key={detail} className="case-history__detail">
            {detail}
          </View>
        ))}
        {entry.note && <View className="case-history__note">{entry.note}</View>}
        {attached.length > 0 && entry.from !== null && <PhotoGrid photos={attached} label={`${actOf(entry)}的照片`} />}
      </View>
    </View>
  )
}

/** Everything that happened, newest first: what matters now stands at the top. */
export function CaseHistory({ report, now }: Props) {
  return (
    <View className="case-history" role="list">
      {[...report.history].reverse().map((entry, index) => (
        <HistoryLine key={`${entry.at}-${index}`} entry={entry} photos={report.photos} now={now} />
      ))}
    </View>
  )
}
