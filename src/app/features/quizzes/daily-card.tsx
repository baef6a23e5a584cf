import { Text, View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { Icon } from '#app/components/icon.tsx'
import { usePolite } from '#app/platform/use-polite'
import { dailyLine, pointsTodayWords, streakWords } from '#app/words/quizzes'
import './daily-card.scss'

interface Props {
  /** Absent while nobody is signed in, or nothing is known yet. */
  mine?: { dueCount: number; streakDays: number; isDailyDone: boolean; pointsToday: number; pointsTodayMax?: number }
  onStart: () => void
}

/** The one big thing of the page: five questions, about two minutes. */
export function DailyCard({ mine, onStart }: Props) {
  const polite = usePolite()
  const isDone = mine?.isDailyDone ?? false
  const asides = [mine && streakWords(mine.streakDays), mine && pointsTodayWords(mine.pointsToday, mine.pointsTodayMax)].filter(Boolean)
  return (
    <View className="daily-card">
      <View className="daily-card__top">
        <View className="daily-card__words">
          <View className="daily-card__title" role="heading" aria-level={2}>
            {isDone ? '今天的五题做完了' : '每日一练'}
          </View>
          <View className="daily-card__line">{polite(dailyLine(mine?.dueCount ?? 0, isDone))}</View>
        </View>
        <View className={`daily-card__mark${isDone ? ' daily-card__mark--done' : ''}`} aria-hidden>
          {isDone ? <Icon name="check" size={28} /> : <Text>5 题</Text>}
        </View>
      </View>
      {asides.map(aside => (
        <View key={aside} className="daily-card__aside">
          {aside}
        </View>
      ))}
      <View className="daily-card__act">
        <Button word={isDone ? '再来五题' : '开始今天的五题'} look={isDone ? 'quiet' : 'primary'} onPress={onStart} />
      </View>
    </View>
  )
}
