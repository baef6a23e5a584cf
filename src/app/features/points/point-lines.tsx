import { Text, View } from '@tarojs/components'
import type { PointLine } from '#contract/points'
import { pointAccountWords, transactionWords, wordsForRule } from '#app/words/points'
import { momentWords } from '#app/words/time-words'
import './point-lines.scss'

const signed = (amount: number) => (amount > 0 ? `+${amount}` : `${amount}`)

function Line({ line, now }: { line: PointLine; now: Date }) {
  return (
    <View className="point-lines__line" role="listitem">
      <View className="point-lines__words">
        <View className="point-lines__reason">{wordsForRule(line)}</View>
        <View className="point-lines__detail">{momentWords(line.at, now)}</View>
        {line.reason === '' ? null : <View className="point-lines__detail">{line.reason}</View>}
        {line.clipped ? <View className="point-lines__detail">当天已到上限，少记 {line.clipped} 分</View> : null}
      </View>
      <View className="point-lines__end">
        <View className={`point-lines__amount${line.amount > 0 ? ' point-lines__amount--more' : ''}`}>{signed(line.amount)}</View>
        <Text className="point-lines__detail">
          {pointAccountWords[line.account]} · {transactionWords[line.kind]}
        </Text>
      </View>
    </View>
  )
}

/** What leaves 待到账 when points arrive says nothing that the arriving line does not say. */
const isOtherHalf = (line: PointLine) => line.kind === 'release' && line.account === 'pending'

/** Every line behind the number: what, when, by which rule, and what a cap clipped. */
export function PointLines({ lines, now }: { lines: readonly PointLine[]; now: Date }) {
  return (
    <View className="point-lines" role="list">
      {lines
        .filter(line => !isOtherHalf(line))
        .map(line => (
          <Line key={`${line.cause}-${line.kind}-${line.account}-${line.at}`} line={line} now={now} />
        ))}
    </View>
  )
}
