import { Text, View } from '@tarojs/components'
import type { ReportDetail } from '#contract/report-shapes'
import { Pressable } from '#app/components/pressable.tsx'
import { factsOf } from '#app/features/reports/case-facts-rules'
import './case-facts.scss'

interface Props {
  report: ReportDetail
  now: Date
  onOpenCase: (reportId: string) => void
}

export function CaseFacts({ report, now, onOpenCase }: Props) {
  return (
    <View className="case-facts">
      {factsOf(report, now).map(({ name, value, reportId, isLate }) => (
        <View key={name} className="case-facts__row">
          <Text className="case-facts__name">{name}</Text>
          {reportId ? (
            <Pressable className="case-facts__link" onPress={() => onOpenCase(reportId)} label={`${name}：打开 ${value}`}>
              <Text>{value}</Text>
            </Pressable>
          ) : (
            <Text className={`case-facts__value${isLate ? ' case-facts__value--late' : ''}`}>{value}</Text>
          )}
        </View>
      ))}
    </View>
  )
}
