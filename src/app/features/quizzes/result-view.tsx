import { Text, View } from '@tarojs/components'
import type { Attempt } from '#contract/quiz-shapes'
import { Button } from '#app/components/button.tsx'
import { Icon } from '#app/components/icon.tsx'
import type { IconName } from '#app/components/icon-names'
import { Section } from '#app/components/section.tsx'
import { MISTAKES_PATH } from '#app/features/quizzes/paths'
import { ToldCard } from '#app/features/quizzes/told-card.tsx'
import type { Outcome } from '#app/features/quizzes/use-outcome'
import { go } from '#app/platform/navigation'
import { usePolite } from '#app/platform/use-polite'
import { earnedWords, scoreWords, streakWords, tomorrowWords } from '#app/words/quizzes'
import './result-view.scss'

function Line({ icon, words }: { icon: IconName; words: string | undefined }) {
  if (!words) return null
  return (
    <View className="result-view__line">
      <Icon name={icon} size={20} />
      <Text className="result-view__words">{words}</Text>
    </View>
  )
}

function Head({ outcome }: { outcome: Outcome }) {
  const polite = usePolite()
  const { attempt, score, total, points, streakDays, today } = outcome
  const said = scoreWords(attempt.mode, score, total)
  return (
    <View className="result-view__head">
      <View className="result-view__title" role="heading" aria-level={2}>
        {said.title}
      </View>
      <View className="result-view__sentence">{polite(said.line)}</View>
      <View className="result-view__lines">
        <Line icon="points" words={polite(earnedWords(points, today))} />
        <Line icon="calendar" words={streakWords(streakDays)} />
        <Line icon="history" words={today && today.dueTomorrowCount > 0 ? tomorrowWords(today.dueTomorrowCount) : undefined} />
      </View>
    </View>
  )
}

function Learned({ learned }: Pick<Outcome, 'learned'>) {
  if (learned.length === 0) return null
  return (
    <Section title={`这次记住的 ${learned.length} 条`}>
      <View className="result-view__learned" role="list">
        {learned.map(({ topic, statement }) => (
          <View key={statement} className="result-view__fact" role="listitem">
            <Icon name="bulb" size={20} className="result-view__bulb" />
            <View className="result-view__fact-words">
              <View>{statement}</View>
              <View className="result-view__topic">{topic}</View>
            </View>
          </View>
        ))}
      </View>
    </Section>
  )
}

function Wrong({ answered }: Pick<Attempt, 'answered'>) {
  const wrong = answered.filter(({ locked }) => !locked.correct)
  if (wrong.length === 0) return null
  return (
    <Section title="再看一眼">
      <View role="list">
        {wrong.map(told => (
          <ToldCard key={told.item.itemId} {...told} />
        ))}
      </View>
      <Button word="去错题本" look="quiet" icon="list" onPress={() => go(MISTAKES_PATH)} />
    </Section>
  )
}

/** What came of an attempt: the score in words, what was earned, what was learned, and what is worth another look. */
export function ResultView({ outcome }: { outcome: Outcome }) {
  return (
    <View>
      <Head outcome={outcome} />
      <Learned learned={outcome.learned} />
      <Wrong answered={outcome.attempt.answered} />
    </View>
  )
}
