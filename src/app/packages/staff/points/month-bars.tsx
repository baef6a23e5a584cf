import { View } from '@tarojs/components'
import { EmptyState } from '#app/components/empty-state.tsx'
import { barsOf, type MonthSums } from '#app/packages/staff/points/month-bar-rules'
import './month-bars.scss'

/** What was issued and what went in each month, two bars side by side on one scale. */
export function MonthBars({ months }: { months: readonly MonthSums[] }) {
  if (months.length === 0) return <EmptyState scene="garden" sentence="这一年还没有积分" />
  return (
    <View className="month-bars">
      <View className="month-bars__keys">
        <View className="month-bars__key month-bars__key--issued">发出</View>
        <View className="month-bars__key month-bars__key--spent">兑换和到期</View>
      </View>
      {barsOf(months).map(({ month, issued, spent, issuedPercent, spentPercent }) => (
        <View
          key={month}
          className="month-bars__month"
          role="img"
          aria-label={`${Number(month.slice(5))} 月：发出 ${issued}，兑换和到期 ${spent}`}
        >
          <View className="month-bars__name">{Number(month.slice(5))} 月</View>
          <View className="month-bars__pair" aria-hidden>
            <View className="month-bars__row">
              <View className="month-bars__bar month-bars__bar--issued" style={{ width: `${issuedPercent}%` }} />
              <View className="month-bars__number">{issued}</View>
            </View>
            <View className="month-bars__row">
              <View className="month-bars__bar month-bars__bar--spent" style={{ width: `${spentPercent}%` }} />
              <View className="month-bars__number">{spent}</View>
            </View>
          </View>
        </View>
      ))}
    </View>
  )
}
