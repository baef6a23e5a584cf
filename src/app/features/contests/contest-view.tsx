import { Text, View } from '@tarojs/components'
import type { Contest } from '#contract/quizzes-contests'
import { Icon } from '#app/components/icon.tsx'
import type { IconName } from '#app/components/icon-names'
import { Notice } from '#app/components/notice.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { cancelWords } from '#app/features/contests/contest-rules'
import { usePolite } from '#app/platform/use-polite'
import {
  awardWords,
  contestPointsWords,
  paperWords,
  periodWords,
  resultWords,
  standingWords,
  type ContestStanding
} from '#app/words/contests'
import { momentWords } from '#app/words/time-words'
import './contest-view.scss'

interface Props {
  contest: Contest
  standing: ContestStanding
  now: Date
}

function Fact({ icon, words }: { icon: IconName; words: string }) {
  return (
    <View className="contest-view__fact" role="listitem">
      <Icon name={icon} size={20} />
      <Text className="contest-view__fact-words">{words}</Text>
    </View>
  )
}

/** When it is, how it goes, and what comes of it. */
function Facts({ contest, now }: Pick<Props, 'contest' | 'now'>) {
  const polite = usePolite()
  const { award, participantCount } = contest
  return (
    <View className="contest-view__facts" role="list">
      <Fact icon="calendar" words={periodWords(contest, now)} />
      <Fact icon="hourglass" words={polite(`${paperWords(contest)}，点“开始”才计时，到时自动交卷`)} />
      <Fact icon="lock" words="每人一次；每题确定后就不能改，可以先跳过" />
      {award && <Fact icon="points" words={awardWords(award)} />}
      <Fact icon="list" words={polite('结束后按成绩排名，同分看谁用时少；愿意才显示，名字打码')} />
      {participantCount > 0 && <Fact icon="people" words={`${participantCount} 人参加了`} />}
    </View>
  )
}

/** What a contest is, when, how it goes, and what comes of it; above that how I stand. */
export function ContestView({ contest, standing, now }: Props) {
  const { title, introduction } = contest
  return (
    <View>
      <View className="contest-view__head">
        <StateChip {...standingWords[standing]} />
        <View className="contest-view__title" role="heading" aria-level={2}>
          {title}
        </View>
        {introduction && standing !== 'cancelled' && <View className="contest-view__introduction">{introduction}</View>}
      </View>
      <Said contest={contest} standing={standing} now={now} />
      {standing === 'cancelled' ? (
        <View className="contest-view__facts" role="list">
          <Fact icon="calendar" words={`原定 ${periodWords(contest, now)}`} />
        </View>
      ) : (
        <Facts contest={contest} now={now} />
      )}
    </View>
  )
}

/** My own standing in words, and when what was right is told. */
function Said({ contest, standing, now }: Props) {
  const { mine, closesAt, opensAt, itemCount, award } = contest
  const reason = cancelWords(contest)
  const score = mine?.score
  const told = momentWords(closesAt, now)
  if (standing === 'cancelled')
    return (
      <Notice tone="bad" icon="info">
        <View>这场竞赛取消了。</View>
        {reason && <View>{reason}</View>}
        {mine && <View>{award ? '成绩不算，已经得到的积分还在。' : '成绩不算。'}</View>}
      </Notice>
    )
  if (standing === 'coming')
    return (
      <Notice tone="info" icon="calendar">
        {`${momentWords(opensAt, now)} 开始，到时在这里点“开始答题”。`}
      </Notice>
    )
  if (standing === 'going')
    return (
      <Notice tone="wait" icon="hourglass">
        {`你已经开始了，时间还在走，${momentWords(mine?.deadline ?? closesAt, now)} 到时。答过的都在，接着答就好。`}
      </Notice>
    )
  if (score === undefined)
    return standing === 'over' && !mine ? (
      <Notice tone="info" icon="flag">
        这场竞赛结束了，可以看看排名。
      </Notice>
    ) : null
  const points = contestPointsWords(contest)
  return (
    <Notice tone="good" icon="done">
      <View>{resultWords(score, itemCount).title}</View>
      {points && <View>{points}</View>}
      {standing === 'done' && <View>{`正确答案和解释，${told} 竞赛结束后告诉大家。`}</View>}
    </Notice>
  )
}
