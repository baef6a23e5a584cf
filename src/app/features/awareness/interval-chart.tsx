import { View } from '@tarojs/components'
import type { WaveReport } from '#contract/awareness-shapes'
import { scaleOf, type ChartScale } from '#app/features/awareness/interval-chart-rules'
import { percentWords, rangeWords } from '#app/features/awareness/share-rules'
import './interval-chart.scss'

interface Row {
  name: string
  label: string
  n: number
  estimate: number
  low: number
  high: number
  /** Under the numbers: right and unknown. */
  line?: string
  isWhole?: boolean
}

/** Each share as a point with its interval as whiskers, all on one scale, the target as a line through them. */
export function IntervalChart({ report: { overall, items, target } }: { report: Pick<WaveReport, 'overall' | 'items' | 'target'> }) {
  const scale = scaleOf([overall, ...items], target)
  const rows: Row[] = [
    { ...overall, name: 'overall', label: '全部题目', isWhole: true },
    ...items.map(item => ({ ...item, name: item.questionId, label: item.stem, line: `答对 ${item.right} · 不知道 ${item.unknown}` }))
  ]
  return (
    <View className="interval-chart">
      <View className="interval-chart__head" aria-hidden>
        <View className="interval-chart__axis">
          {scale.ticks.map(tick => (
            <View key={tick} className="interval-chart__tick" style={{ left: `${scale.placeOf(tick)}%` }}>
              {`${Math.round(tick * 100)}`}
            </View>
          ))}
        </View>
      </View>
      {rows.map(row => (
        <ChartRow key={row.name} row={row} scale={scale} target={target} />
      ))}
      <View className="interval-chart__foot">{`点是问到的人里答对的比例，横线是 95% 区间，竖虚线是目标 ${percentWords(target)}。`}</View>
    </View>
  )
}

function ChartRow({ row, scale: { placeOf }, target }: { row: Row; scale: ChartScale; target: number }) {
  const [low, high] = [placeOf(row.low), placeOf(row.high)]
  const spoken = row.n === 0 ? '还没有人回答' : `${percentWords(row.estimate)}，95% 区间 ${rangeWords(row)}，${row.n} 人回答`
  return (
    <View className={`interval-chart__row${row.isWhole ? ' interval-chart__row--whole' : ''}`}>
      <View className="interval-chart__label">{row.label}</View>
      <View className="interval-chart__plot" role="img" aria-label={`${row.label}：${spoken}`}>
        <View className="interval-chart__base" />
        <View className="interval-chart__target" style={{ left: `${placeOf(target)}%` }} />
        {row.n > 0 && <View className="interval-chart__whisker" style={{ left: `${low}%`, width: `${high - low}%` }} />}
        {row.n > 0 && <View className="interval-chart__point" style={{ left: `${placeOf(row.estimate)}%` }} />}
      </View>
      <View className="interval-chart__numbers" aria-hidden>
        {row.n === 0 ? (
          '无人回答'
        ) : (
          <>
            <View className="interval-chart__estimate">{percentWords(row.estimate)}</View>
            <View className="interval-chart__range">{rangeWords(row)}</View>
          </>
        )}
      </View>
      {row.n > 0 && <View className="interval-chart__line">{[`n = ${row.n}`, row.line].filter(Boolean).join(' · ')}</View>}
    </View>
  )
}
