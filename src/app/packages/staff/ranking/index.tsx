import { View } from '@tarojs/components'
import { useState } from 'react'
import { ErrorState } from '#app/components/error-state.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { datesOf, hoursWords, ranked, shareWords, type RankingPeriod } from '#app/features/reports/work-ranking-rules'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './index.scss'

const periods: readonly { value: RankingPeriod; word: string }[] = [
  { value: 'quarter', word: '近 90 天' },
  { value: 'month', word: '本月' },
  { value: 'last-month', word: '上月' }
]
const heads = ['单位', '办结', '返工率', '异议成立率', '件均超时', '复发率', '自查率']

/** Units by what tells them apart, with the number of cases behind each rate and the formula beneath. */
export default function RankingPage() {
  const [period, setPeriod] = useState<RankingPeriod>('quarter')
  const { from, to } = datesOf(period, new Date())
  const asked = useAsked(() => call.reports.rankUnits({ from, to }), [from, to])
  const ranking = asked.value
  return (
    <Screen title="单位排名" width="wide">
      <View className="ranking__period">
        <Segmented label="时段" options={periods} value={period} onChange={setPeriod} />
      </View>
      {asked.state === 'waiting' && <Skeleton shape="rows" count={5} />}
      {asked.state === 'failed' && !ranking && (
        <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />
      )}
      {ranking && (
        <View>
          <View>
            <View className="ranking__table" role="table" aria-label={`${from} 到 ${to} 的单位排名`}>
              <View className="ranking__row ranking__row--head" role="row">
                {heads.map(head => (
                  <View key={head} className="ranking__cell" role="columnheader">
                    {head}
                  </View>
                ))}
              </View>
              {ranked(ranking.units).map(unit => (
                <View key={unit.unitId} className="ranking__row" role="row">
                  <View className="ranking__cell" role="rowheader">
                    {unit.rank ? `${unit.rank}. ${unit.name}` : unit.name}
                  </View>
                  {[
                    `${unit.handledCount}`,
                    shareWords(unit.reworkRate),
                    shareWords(unit.upheldObjectionRate),
                    hoursWords(unit.overdueHoursPerReport),
                    shareWords(unit.recurrenceRate),
                    shareWords(unit.selfFoundShare)
                  ].map((words, index) => (
                    <View key={index} className={`ranking__cell${words === '—' ? ' ranking__cell--none' : ''}`} role="cell">
                      <View className="ranking__name" aria-hidden>
                        {heads[index + 1]}
                      </View>
                      {words}
                    </View>
                  ))}
                </View>
              ))}
            </View>
          </View>
          <Notice tone="info" icon="info">
            <View>办结不足 {ranking.minimumCount} 件的不排名，只列件数。</View>
            <View>{ranking.formula}</View>
          </Notice>
        </View>
      )}
    </Screen>
  )
}
