import { View } from '@tarojs/components'
import type { Contest } from '#contract/quizzes-contests'
import { Card } from '#app/components/card.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { cancelWords, standingOf } from '#app/features/contests/contest-rules'
import { CONTEST_PATH } from '#app/features/contests/paths'
import { go } from '#app/platform/navigation'
import { serverNow } from '#app/platform/server-clock'
import { paperWords, periodWords, standingWords } from '#app/words/contests'
import './contest-card.scss'

interface Props {
  contest: Contest
  now: Date
  /** Said above the title where the card stands among other things. */
  kicker?: string
}

/** One contest in a list: what, when, how long, and how I stand in it. */
export function ContestCard({ contest, now, kicker }: Props) {
  const words = standingWords[standingOf(contest, serverNow())]
  const score = contest.mine?.score
  const reason = cancelWords(contest)
  const about = reason === undefined ? [periodWords(contest, now), paperWords(contest)] : [reason, `原定 ${periodWords(contest, now)}`]
  const lines = [...about, score !== undefined && `答对 ${score} 题`].filter(Boolean)
  return (
    <Card
      className="contest-card"
      label={[kicker, contest.title, words.word, ...lines].filter(Boolean).join('，')}
      onPress={() => go(CONTEST_PATH, { contestId: contest.contestId })}
    >
      <View className="contest-card__head">
        <View className="contest-card__words">
          {kicker && <View className="contest-card__line">{kicker}</View>}
          <View className="contest-card__title">{contest.title}</View>
        </View>
        <StateChip {...words} />
      </View>
      {lines.map(line => (
        <View key={String(line)} className="contest-card__line">
          {line}
        </View>
      ))}
    </Card>
  )
}
