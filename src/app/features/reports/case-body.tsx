import { View } from '@tarojs/components'
import { useMemo } from 'react'
import type { ReportDetail } from '#contract/report-shapes'
import { AreaMap } from '#app/components/area-map.tsx'
import { Card } from '#app/components/card.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Section } from '#app/components/section.tsx'
import { CaseFacts } from '#app/features/reports/case-facts.tsx'
import { CaseHead } from '#app/features/reports/case-head.tsx'
import { CaseHistory } from '#app/features/reports/case-history.tsx'
import { CasePhotos } from '#app/features/reports/case-photos.tsx'
import { waitsForAssignment } from '#app/features/reports/case-facts-rules'
import { useCaseGrid } from '#app/features/reports/use-case-grid'
import { reportStateWords } from '#app/words/report-states'
import { wordsForReason } from '#app/words/staff-reasons'
import { dayWords } from '#app/words/time-words'
import './case-body.scss'

interface Props {
  report: ReportDetail
  now: Date
  onOpenCase: (reportId: string) => void
}

/** A case in the order it is judged: the pictures, what was said, where it is, what is known, what happened. */
export function CaseBody({ report, now, onOpenCase }: Props) {
  const grid = useCaseGrid(report.place)
  const { reportId, point, categoryName, state } = report
  const pins = useMemo(
    () => [{ id: reportId, point, tone: reportStateWords[state].tone, label: categoryName }],
    [reportId, point, categoryName, state]
  )
  const asked = report.suspensionRequest
  return (
    <View className="case-body">
      <CaseHead report={report} now={now} />
      {asked && (
        <Notice tone="wait" icon="pause">
          <View>
            单位申请挂账：{wordsForReason(asked.reasonCode)}，{dayWords(asked.reviewOn, now)}复看
          </View>
          {asked.note && <View>{asked.note}</View>}
        </Notice>
      )}
      {waitsForAssignment(report) && (
        <Notice tone="wait" icon="undo">
          {`退单 ${report.returnCount} 次，由督导员指定单位。`}
        </Notice>
      )}
      {report.question && state === 'need_info' && (
        <Notice tone="wait" icon="question">
          问上报人：{report.question}
        </Notice>
      )}
      <CasePhotos report={report} />
      {report.text && <Card className="case-body__text">{report.text}</Card>}
      <Section title="位置">
        {report.address && <View className="case-body__address">{report.address}</View>}
        <AreaMap label={`${categoryName}的位置`} centre={point} zoom={15} polygons={grid} pins={pins} height="220px" />
      </Section>
      <Section title="情况">
        <CaseFacts report={report} now={now} onOpenCase={onOpenCase} />
      </Section>
      <Section title="经过">
        <CaseHistory report={report} now={now} />
      </Section>
    </View>
  )
}
