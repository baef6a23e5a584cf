import { Text, View } from '@tarojs/components'
import type { Contest } from '#contract/quizzes-contests'
import { Icon } from '#app/components/icon.tsx'
import { Notice } from '#app/components/notice.tsx'
import { usePolite } from '#app/platform/use-polite'
import { contestPointsWords, resultWords } from '#app/words/contests'
import { momentWords } from '#app/words/time-words'
import './contest-result-view.scss'

/** The score in words, the points, and when what was right is told. */
export function ContestResultView({ contest, isOver, now }: { contest: Contest; isOver: boolean; now: Date }) {
  const polite = usePolite()
  const { mine, itemCount, closesAt } = contest
  const said = resultWords(mine?.score ?? 0, itemCount)
  const points = contestPointsWords(contest)
  return (
    <View>
      <View className="contest-result-view__head">
        <View className="contest-result-view__about">{contest.title}</View>
        <View className="contest-result-view__title" role="heading" aria-level={2}>
          {said.title}
        </View>
        <View className="contest-result-view__sentence">{polite(said.line)}</View>
        {points && (
          <View className="contest-result-view__points">
            <Icon name="points" size={20} />
            <Text className="contest-result-view__words">{points}</Text>
          </View>
        )}
      </View>
      {!isOver && (
        <Notice tone="info" icon="calendar">
          {`还有人在答，所以正确答案和解释先不说。${momentWords(closesAt, now)} 竞赛结束后，在这里一题一题看，也能看排名。`}
        </Notice>
      )}
    </View>
  )
}
