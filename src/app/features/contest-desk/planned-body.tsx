import { View } from '@tarojs/components'
import type { PlannedContest } from '#contract/quizzes-contests'
import { Notice } from '#app/components/notice.tsx'
import { Section } from '#app/components/section.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { actsOf, deskStandingOf, shortStrata } from '#app/features/contest-desk/contest-act-rules'
import { serverNow } from '#app/platform/server-clock'
import { awardWords, deskStandingWords, periodWords, stratumWords } from '#app/words/contests'
import './planned-body.scss'

function Line({ name, words }: { name: string; words: string }) {
  return (
    <View className="planned-body__row" role="listitem">
      <View className="planned-body__name">{name}</View>
      <View className="planned-body__words">{words}</View>
    </View>
  )
}

/** One contest as it is planned, and what came of it so far. */
export function PlannedBody({ planned, now, onAgain }: { planned: PlannedContest; now: Date; onAgain: () => void }) {
  const { contest, plan } = planned
  const standing = deskStandingOf(planned, serverNow())
  const { word, tone, icon, line } = deskStandingWords[standing]
  const { held } = actsOf(planned, serverNow())
  return (
    <View>
      <View className="planned-body__head">
        <StateChip {...{ word, tone, icon }} />
        <View className="planned-body__title" role="heading" aria-level={2}>
          {contest.title}
        </View>
        <View className="planned-body__line">{held ?? line}</View>
      </View>
      {standing !== 'draft' && (
        <Section title="参加情况" action={{ word: '刷新', onPress: onAgain }}>
          <Numbers planned={planned} />
        </Section>
      )}
      <Section title="方案">
        <View className="planned-body__rows" role="list">
          {plan.introduction && <Line name="介绍" words={plan.introduction} />}
          <Line name="时间" words={periodWords(contest, now)} />
          <Line name="答题" words={`每人 ${plan.minutes} 分钟，一次`} />
          <Line name="积分" words={plan.award ? `${awardWords(plan.award)}，一共 ${plan.award.budget} 积分` : '不发积分'} />
        </View>
      </Section>
      <Paper planned={planned} {...(standing === 'draft' && { onRecount: onAgain })} />
    </View>
  )
}

/** What everybody's own paper is drawn from; while it is a draft, with how many questions fit. */
function Paper({ planned, onRecount }: { planned: PlannedContest; onRecount?: () => void }) {
  const isDraft = onRecount !== undefined
  const { plan, contest, fitting } = planned
  const short = isDraft ? shortStrata(planned) : []
  return (
    <Section title={`一份卷子 ${contest.itemCount} 题`} {...(onRecount && { action: { word: '重新数', onPress: onRecount } })}>
      {short.length > 0 && (
        <View className="planned-body__notice">
          <Notice tone="bad" icon="alert">
            标红的几组，题库里合适的题不够，发布不了。减几题，或放宽一些。
          </Notice>
        </View>
      )}
      <View className="planned-body__rows" role="list">
        {plan.strata.map((stratum, place) => (
          <View key={place} className="planned-body__row" role="listitem">
            <View className="planned-body__stratum">{stratumWords(stratum)}</View>
            <View className={`planned-body__count${short.includes(place) ? ' planned-body__count--short' : ''}`}>
              {isDraft ? `${stratum.count} 题，合适的有 ${fitting[place] ?? 0} 题` : `${stratum.count} 题`}
            </View>
          </View>
        ))}
      </View>
    </Section>
  )
}

function Numbers({ planned }: { planned: PlannedContest }) {
  const { contest, plan, submittedCount, meanScore, pointsGiven } = planned
  const numbers = [
    { name: '参加', value: `${contest.participantCount} 人` },
    { name: '交卷', value: `${submittedCount} 人` },
    ...(meanScore !== undefined ? [{ name: '平均答对', value: `${meanScore.toFixed(1)} 题` }] : []),
    ...(plan.award ? [{ name: '发出积分', value: `${pointsGiven} / ${plan.award.budget}` }] : [])
  ]
  return (
    <View className="planned-body__numbers" role="list">
      {numbers.map(({ name, value }) => (
        <View key={name} className="planned-body__number" role="listitem">
          <View className="planned-body__value">{value}</View>
          <View className="planned-body__name">{name}</View>
        </View>
      ))}
    </View>
  )
}
