import { View } from '@tarojs/components'
import type { WaveReport } from '#contract/awareness-shapes'
import { Notice } from '#app/components/notice.tsx'
import { Section } from '#app/components/section.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { IntervalChart } from '#app/features/awareness/interval-chart.tsx'
import { changeWords, effectWords, responseShare, verdictWords } from '#app/features/awareness/report-words-rules'
import { percentWords, rangeWords } from '#app/features/awareness/share-rules'
import { nonResponseWords } from '#app/words/awareness'
import './report-view.scss'

/** What a wave found: verdict first, then every question, the change, and who did not answer. */
export function ReportView({ report }: { report: WaveReport }) {
  const effect = effectWords(report.overall)
  return (
    <View>
      <Verdict report={report} />
      <View className="wave-report__columns">
        <View className="wave-report__chart">
          <Section title="每道题">
            <IntervalChart report={report} />
          </Section>
        </View>
        <View className="wave-report__beside">
          {report.change && (
            <Section title="和上次比">
              <View className="wave-report__card">{changeWords(report.change)}</View>
            </Section>
          )}
          <Section title="谁没有回答">
            <NonResponse response={report.response} />
          </Section>
          <Section title="怎样算的">
            <View className="wave-report__card">
              区间是 95% 的 Wilson 区间，两端向外取整。达标看区间的下限，不看问到的比例。“不知道”算没有答对。
              {effect && <View className="wave-report__line">{effect}</View>}
            </View>
          </Section>
        </View>
      </View>
    </View>
  )
}

function Verdict({ report }: { report: WaveReport }) {
  const { overall, met, target, practice } = report
  return (
    <View className={`wave-report__verdict wave-report__verdict--${met ? 'met' : 'unmet'}`}>
      <View className="wave-report__head">
        <View>
          <View className="wave-report__line">知晓率</View>
          <View className="wave-report__number">{overall.n === 0 ? '—' : percentWords(overall.estimate)}</View>
        </View>
        <View className="wave-report__chips">
          <StateChip tone={met ? 'good' : 'bad'} word={met ? '达标' : '未达标'} />
          <View className="wave-report__line">{`目标 ${percentWords(target)}`}</View>
        </View>
        {practice && practice.n > 0 && (
          <View className="wave-report__practice">
            <View className="wave-report__line">练习正确率</View>
            <View className="wave-report__small">{percentWords(practice.right / practice.n)}</View>
            <View className="wave-report__line">练的人是自己来的，不是知晓率</View>
          </View>
        )}
      </View>
      <View className="wave-report__words">{verdictWords(report)}</View>
      {overall.n > 0 && (
        <View className="wave-report__line">
          {[
            `n = ${overall.n}`,
            `95% 区间 ${rangeWords(overall)}`,
            `设计效应 ${overall.designEffect.toFixed(2)}`,
            overall.postStratified !== undefined && `按人口加权 ${percentWords(overall.postStratified)}`
          ]
            .filter(Boolean)
            .join(' · ')}
        </View>
      )}
    </View>
  )
}

function NonResponse({ response }: Pick<WaveReport, 'response'>) {
  const said = Object.entries(response.nonResponse).filter(([, count]) => count > 0) as [keyof typeof nonResponseWords, number][]
  const silent = said.reduce((sum, [, count]) => sum + count, 0)
  const unknown = response.asked - response.answered - silent
  const rows = [...said.map(([reason, count]) => [nonResponseWords[reason], count] as const), ['没有记录', unknown] as const]
  return (
    <View className="wave-report__card">
      <View className="wave-report__words">{`问 ${response.asked} 人，答 ${response.answered} 人，应答率 ${percentWords(responseShare(response))}`}</View>
      {rows
        .filter(([, count]) => count > 0)
        .map(([word, count]) => (
          <View key={word} className="wave-report__reason">
            <View>{word}</View>
            <View>{count}</View>
          </View>
        ))}
      {response.answered < response.asked && (
        <Notice tone="info" icon="info">
          没回答的人可能和回答的人不一样，用数字时一起说明。
        </Notice>
      )}
    </View>
  )
}
