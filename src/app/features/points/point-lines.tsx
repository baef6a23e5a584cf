import { Text, View } from '@tarojs/components'
import type { PointLine } from '#contract/points-shapes'
import { readableLines, type PointLineStanding } from '#app/features/points/point-line-rules'
import { clipWords, pointAccountWords, transactionWords, wordsForRule } from '#app/words/points'
import { momentWords } from '#app/words/time-words'
import './point-lines.scss'

const signed = (amount: number) => (amount > 0 ? `+${amount}` : `${amount}`)

interface LineProps {
  line: PointLine
  standing: PointLineStanding
  now: Date
}

function Line({ line, standing, now }: LineProps) {
  const look = standing === 'plain' && line.amount > 0 ? 'more' : standing
  return (
    <View className="point-lines__line" role="listitem">
      <View className="point-lines__words">
        <View className="point-lines__reason">{wordsForRule(line)}</View>
        <View className="point-lines__detail">{momentWords(line.at, now)}</View>
        {line.reason === '' ? null : <View className="point-lines__detail">{line.reason}</View>}
        {line.clipped ? (
          <View className="point-lines__detail">
            {clipWords[line.clippedBy ?? 'day']}，少记 {line.clipped} 分
          </View>
        ) : null}
        {line.lot && line.lot.left > 0 ? (
          <View className="point-lines__detail">
            还剩 {line.lot.left} 分，用到 {line.lot.expiresOn}
          </View>
        ) : null}
      </View>
      <View className="point-lines__end">
        <View className={`point-lines__amount point-lines__amount--${look}`}>{signed(line.amount)}</View>
        <Text className="point-lines__detail">
          {pointAccountWords[line.account]} · {transactionWords[line.kind]}
        </Text>
      </View>
    </View>
  )
}

/** Every line behind the number: what, when, by which rule, and what a cap clipped. */
export function PointLines({ lines, now }: { lines: readonly PointLine[]; now: Date }) {
  return (
    <View className="point-lines" role="list">
      {readableLines(lines).map(({ line, standing }) => (
        <Line key={`${line.cause}-${line.kind}-${line.account}-${line.at}`} line={line} standing={standing} now={now} />
      ))}
    </View>
  )
}
