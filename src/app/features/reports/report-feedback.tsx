import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ReportDetail } from '#contract/report-shapes'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { Rating } from '#app/components/rating.tsx'
import { mayMove, mayRate } from '#app/features/reports/report-progress-rules'
import { StatementForm } from '#app/features/reports/statement-form.tsx'
import type { ReportActs } from '#app/features/reports/use-report'
import { call } from '#app/platform/call-operation'
import { detailWords } from '#app/words/report-detail'
import './report-feedback.scss'

interface Props {
  report: ReportDetail
  acts: ReportActs
}

function RatePart({ report, acts, onUnsolved }: { report: ReportDetail; acts: ReportActs; onUnsolved: () => void }) {
  const [stars, setStars] = useState(0)
  const [hasTried, setHasTried] = useState(false)
  const [isSending, setIsSending] = useState(false)
  const solved = async () => {
    setHasTried(true)
    if (stars === 0) return
    setIsSending(true)
    await acts.act(({ reportId }) => call.reports.rateReport({ reportId, rating: stars, isSolved: true }), detailWords.thanks)
    setIsSending(false)
  }
  return (
    <View>
      <View className="report-feedback__title" role="heading" aria-level={2}>
        解决了吗？
      </View>
      <Rating label="给这次办理打几颗星" value={stars} onChange={setStars} />
      {hasTried && stars === 0 && (
        <View className="report-feedback__fault" role="alert">
          {detailWords.ratingMissing}
        </View>
      )}
      {acts.fault && (
        <View className="report-feedback__fault" role="alert">
          {acts.fault}
        </View>
      )}
      <View className="report-feedback__acts">
        <Button word="解决了" icon="thumb" isLoading={isSending} onPress={() => void solved()} />
        {mayMove(report, 'objection') && <Button word="没解决" look="quiet" onPress={onUnsolved} />}
      </View>
    </View>
  )
}

/** After the end: stars and a yes, or what is still wrong. Followers may only say what is wrong. */
export function ReportFeedback({ report, acts }: Props) {
  const [isObjecting, setIsObjecting] = useState(false)
  const canObject = mayMove(report, 'objection')
  const canRate = mayRate(report)
  if (!canObject && !canRate) return null
  const isRejected = report.state === 'rejected'
  return (
    <Card className="report-feedback">
      {isObjecting ? (
        <StatementForm
          acts={acts}
          to="objection"
          label={isRejected ? '为什么应该受理' : '哪里没解决'}
          placeholder="写一句，或者拍一张现在的样子"
          sendWord="请换人重新看"
          doneWords={detailWords.objected}
          onDone={() => setIsObjecting(false)}
        />
      ) : canRate ? (
        <RatePart report={report} acts={acts} onUnsolved={() => setIsObjecting(true)} />
      ) : (
        <Button word={isRejected ? '请社区再看一次' : '还没解决？'} icon="undo" look="quiet" onPress={() => setIsObjecting(true)} />
      )}
      {isObjecting && (
        <View className="report-feedback__back">
          <Button word="先不提了" look="quiet" onPress={() => setIsObjecting(false)} />
        </View>
      )}
    </Card>
  )
}
