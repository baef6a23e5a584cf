import { Text, View } from '@tarojs/components'
import type { ReportDetail } from '#contract/report-shapes'
import { StateChip } from '#app/components/state-chip.tsx'
import { dueOf } from '#app/features/reports/work-card-rules'
import { reportStateWords } from '#app/words/report-states'
import { escalationWord } from '#app/words/staff-escalation'
import './case-head.scss'

const dueIcons = { bad: 'alert', wait: 'hourglass', info: 'clock', good: 'clock' } as const

/** Which case this is, where it stands and how long it may. */
export function CaseHead({ report, now }: { report: ReportDetail; now: Date }) {
  const state = reportStateWords[report.state]
  const due = dueOf(report, now)
  const escalation = escalationWord(report.escalation)
  return (
    <View className="case-head">
      <View className="case-head__name" role="heading" aria-level={2}>
        {report.categoryName}
      </View>
      <View className="case-head__line">
        <Text>
          {report.number} · {report.place.street.name} {report.communityName} {report.gridName}
        </Text>
      </View>
      <View className="case-head__marks">
        <StateChip tone={state.tone} word={state.word} icon={state.icon} />
        {due && <StateChip tone={due.tone} word={due.words} icon={dueIcons[due.tone]} />}
        {report.isUrgent && <StateChip tone="bad" word="紧急" icon="alert" />}
        {escalation && <StateChip tone={report.isOverdue ? 'bad' : 'wait'} word={escalation} icon="bell" />}
        {report.reworkCount > 0 && <StateChip tone="wait" word={`返工 ${report.reworkCount} 次`} icon="undo" />}
      </View>
    </View>
  )
}
