import { Text, View } from '@tarojs/components'
import type { PublishedReport } from '#contract/report-shapes'
import { BeforeAfter } from '#app/components/before-after.tsx'
import { Card } from '#app/components/card.tsx'
import { Icon } from '#app/components/icon.tsx'
import { agoWords, durationWords } from '#app/words/time-words'
import './published-result.scss'

const minutesBetween = (from: string, to: string) => (new Date(to).getTime() - new Date(from).getTime()) / 60_000

/** A place before and after, as staff chose to show it. */
export function PublishedResult({ report, now }: { report: PublishedReport; now: Date }) {
  const { before, after, categoryName, communityName, gridName, summary, unitName } = report
  return (
    <Card isFlush>
      {(before || after) && (
        <View className="published-result__photos">
          <BeforeAfter before={before} after={after} label={`${communityName}${categoryName}`} isLarge />
        </View>
      )}
      <View className="published-result__words">
        <View className="published-result__summary">{summary}</View>
        <View className="published-result__place">
          <Icon name="pin" size={16} className="published-result__pin" />
          <Text>
            {communityName} · {gridName}
          </Text>
        </View>
        <View className="published-result__line">
          {unitName ? `${unitName} · ` : ''}
          {durationWords(minutesBetween(report.submittedAt, report.closedAt))}办好 · {agoWords(report.closedAt, now)}
        </View>
      </View>
    </Card>
  )
}
