import { CHALLENGE_SECONDS } from '#contract/quiz-states'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { modeWords } from '#app/words/quizzes'

/** What a challenge is, before its clock begins: nothing is drawn until somebody is ready. */
export function ChallengeStart({ onStart }: { onStart: () => void }) {
  return (
    <Screen title={modeWords.challenge} footer={<Button word="开始" onPress={onStart} />}>
      <EmptyState
        scene="bench"
        sentence="看看一口气能答对几道"
        line={`一题 ${CHALLENGE_SECONDS} 秒，答错一题或到了时间，这一次就结束。按“开始”，第一题出来才计时。`}
      />
    </Screen>
  )
}
