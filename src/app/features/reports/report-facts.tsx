import { View } from '@tarojs/components'
import type { ReportDetail } from '#contract/report-shapes'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Rating } from '#app/components/rating.tsx'
import { mayRate } from '#app/features/reports/report-progress-rules'
import { go } from '#app/platform/navigation'
import { usePolite } from '#app/platform/use-polite'
import { followerCountWords, pointsOfFollowerWords, pointsOfReportWords } from '#app/words/report-detail'
import { reportStateWords } from '#app/words/report-states'
import { dayWords } from '#app/words/time-words'
import './report-facts.scss'

/** What it brought its reader. */
function PointsLine({ report, now }: { report: ReportDetail; now: Date }) {
  const polite = usePolite()
  const { points } = report
  if (!points) return null
  const releaseDay = report.objectionUntil && dayWords(report.objectionUntil, now)
  return (
    <ListRow
      icon="points"
      title={polite(
        report.viewer === 'reporter'
          ? pointsOfReportWords(points, { releaseDay, mayConfirm: mayRate(report) })
          : pointsOfFollowerWords(points)
      )}
      onPress={() => go('/pages/points/index')}
    />
  )
}

/** Who has it, with whom it is shared, where it went. */
export function ReportFacts({ report, now }: { report: ReportDetail; now: Date }) {
  const polite = usePolite()
  const followers = followerCountWords(report)
  const { master, rating } = report
  const ratingTitle = report.viewer === 'reporter' ? polite('你的评价') : '上报人的评价'
  const hasFact = Boolean(report.unitName ?? followers ?? master) || rating !== undefined || report.points !== undefined
  if (!hasFact) return null
  return (
    <View className="report-facts">
      <ListGroup>
        <PointsLine report={report} now={now} />
        {report.unitName && <ListRow icon="briefcase" title={report.unitName} line="负责办理" />}
        {master && (
          <ListRow
            icon="merged"
            title={`并入的那一件：${master.number}`}
            line={reportStateWords[master.state].sentence}
            onPress={() => go('/pages/report-detail/index', { reportId: master.reportId })}
          />
        )}
        {followers && <ListRow icon="people" title={polite(followers)} />}
        {rating !== undefined && <ListRow icon="star" title={ratingTitle} end={<Rating label={ratingTitle} value={rating} />} />}
      </ListGroup>
    </View>
  )
}
