import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '#app/components/card.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Section } from '#app/components/section.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { PeriodExport } from '#app/features/organising/period-export.tsx'
import { cityDay } from '#app/words/city-day'
import { MonthBars } from '#app/packages/staff/points/month-bars.tsx'
import { RuleBars } from '#app/packages/staff/points/rule-bars.tsx'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import '#app/features/organising/sheet-form.scss'
import './summary.scss'

export type LedgerSummary = Awaited<ReturnType<typeof call.points.getLedgerSummary>>

const figures = (ledger: LedgerSummary) => [
  { word: '发出', number: ledger.issued, line: '给出的减去收回的' },
  { word: '还欠着', number: ledger.liability, line: `可用 ${ledger.available} · 待到账 ${ledger.pending} · 留着 ${ledger.held}` },
  { word: '兑换掉', number: ledger.redeemed, line: '已经领走的' },
  { word: '到期', number: ledger.expired, line: '没用完的' },
  { word: '更正', number: ledger.adjusted, line: '两个人批过的' },
  { word: '待扣', number: ledger.debt, line: '推翻后还没补上的' }
]

function Figures({ ledger }: { ledger: LedgerSummary }) {
  return (
    <View className="summary__figures">
      {figures(ledger).map(({ word, number, line }) => (
        <Card key={word}>
          <View className="summary__word">{word}</View>
          <View className="summary__number">{number}</View>
          <View className="summary__line">{line}</View>
        </Card>
      ))}
    </View>
  )
}

/** The whole ledger of a year in a few numbers, by month and by rule; and whether the books are balanced. */
export function Summary({ now }: { now: Date }) {
  const thisYear = Number(cityDay(now).slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const asked = useAsked(async () => ({ year, ledger: await call.points.getLedgerSummary({ year }) }), [year])
  const ledger = asked.value?.year === year ? asked.value.ledger : undefined
  const years = [thisYear - 1, thisYear].map(each => ({ value: `${each}`, word: `${each} 年` }))
  return (
    <View>
      <Segmented label="哪一年" options={years} value={`${year}`} onChange={value => setYear(Number(value))} />
      <View className="sheet-form__gap" />
      {!ledger && asked.state === 'waiting' && <Skeleton shape="card" count={3} />}
      {!ledger && asked.state === 'failed' && (
        <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />
      )}
      {ledger && (
        <>
          {ledger.sum === 0 ? (
            <Notice tone="good" icon="done">
              账是平的：所有账户合起来正好是零。
            </Notice>
          ) : (
            <Notice tone="bad" icon="alert">
              {`账不平，差 ${ledger.sum} 分。请先停兑换，让技术人员核对。`}
            </Notice>
          )}
          <Figures ledger={ledger} />
          <View className="summary__charts">
            <Section title="按月">
              <MonthBars months={ledger.byMonth} />
            </Section>
            <Section title="按规则">
              <RuleBars rules={ledger.byRule} />
            </Section>
          </View>
        </>
      )}
      <Section title="导出">
        <PeriodExport today={cityDay(now)} onExport={async period => (await call.points.exportLedger(period)).url} />
      </Section>
    </View>
  )
}
