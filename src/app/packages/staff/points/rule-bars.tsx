import { View } from '@tarojs/components'
import type { LedgerSummary } from '#app/packages/staff/points/summary.tsx'
import { wordsForRule } from '#app/words/points'
import './rule-bars.scss'

const PERCENT = 100

/** What each rule gave, how much of its budget that is, and what its limits cut off. */
export function RuleBars({ rules }: { rules: LedgerSummary['byRule'] }) {
  const longest = Math.max(1, ...rules.map(({ issued, budget }) => budget ?? issued))
  return (
    <View className="rule-bars">
      {rules.map(({ rule, issued, clipped, budget }) => (
        <View key={rule} className="rule-bars__rule">
          <View className="rule-bars__head">
            <View className="rule-bars__name">{wordsForRule({ rule })}</View>
            <View className="rule-bars__number">{budget === undefined ? `${issued} 分` : `${issued} / ${budget} 分`}</View>
          </View>
          <View className="rule-bars__track" aria-hidden>
            <View className="rule-bars__bar" style={{ width: `${Math.max(0, Math.min(1, issued / (budget ?? longest))) * PERCENT}%` }} />
          </View>
          {clipped > 0 && <View className="rule-bars__line">到上限少记了 {clipped} 分</View>}
        </View>
      ))}
    </View>
  )
}
