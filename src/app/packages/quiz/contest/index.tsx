import { useState, type ReactNode } from 'react'
import type { Contest } from '#contract/quizzes-contests'
import { Button } from '#app/components/button.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { standingOf, timeToAnswer } from '#app/features/contests/contest-rules'
import { ContestView } from '#app/features/contests/contest-view.tsx'
import { CONTEST_ATTEMPT_PATH, CONTEST_RANKING_PATH, CONTEST_RESULT_PATH } from '#app/features/contests/paths'
import { RankingChoice } from '#app/features/contests/ranking-choice.tsx'
import { useStarting } from '#app/features/contests/use-starting'
import { ConsentSheet } from '#app/features/people/consent-sheet.tsx'
import { keptAttempts } from '#app/features/quizzes/kept-attempts'
import { SignedOut } from '#app/features/quizzes/signed-out.tsx'
import { call } from '#app/platform/call-operation'
import { go, useParams, usePullToRefresh } from '#app/platform/navigation'
import { serverNow } from '#app/platform/server-clock'
import { usePerson } from '#app/platform/session'
import { toast } from '#app/platform/toast'
import { useAsked, type Asked } from '#app/platform/use-asked'
import { useNow } from '#app/platform/use-now'
import { startWords, type ContestStanding } from '#app/words/contests'
import { wordsForError, wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

const openAttempt = (contestId: string, attemptId: string) => go(CONTEST_ATTEMPT_PATH, { contestId, attemptId })

/** The one thing to do now; a contest that is to come or called off has none. */
function wayOnFor({ contestId, mine }: Contest, standing: ContestStanding, onStart: () => void): ReactNode {
  if (standing === 'open') return <Button word="开始答题" onPress={onStart} />
  if (standing === 'going' && mine) return <Button word="接着答" onPress={() => openAttempt(contestId, mine.attemptId)} />
  const showResult = () => go(CONTEST_RESULT_PATH, { contestId })
  if (standing === 'done') return <Button word="看成绩" onPress={showResult} />
  if (standing !== 'over') return undefined
  return mine ? (
    <Button word="看成绩和解释" onPress={showResult} />
  ) : (
    <Button word="看排名" onPress={() => go(CONTEST_RANKING_PATH, { contestId })} />
  )
}

/** Whether the ranking shows me: chosen before the start, changed at any time after. */
function useShownChoice(contestId: string, asked: Asked<Contest>) {
  const [chosen, setChosen] = useState(false)
  const mine = asked.value?.mine
  const choose = async (isShown: boolean) => {
    if (!mine) return setChosen(isShown)
    try {
      await call.quizzes.chooseRanking({ contestId, isShown })
      await asked.again()
    } catch (error) {
      toast(wordsForError(error))
    }
  }
  return { isShown: mine?.isShown ?? chosen, choose }
}

function ContestOf({ personId, contestId }: { personId: string; contestId: string }) {
  const now = useNow()
  const asked = useAsked(() => call.quizzes.getContest({ contestId }), [contestId])
  usePullToRefresh(asked.again)
  const contest = asked.value
  const shown = useShownChoice(contestId, asked)
  const starting = useStarting({
    contestId,
    isShown: shown.isShown,
    onStarted: attempt => {
      keptAttempts.keep(personId, attempt)
      openAttempt(contestId, attempt.attemptId)
    },
    onOtherwise: () => void asked.again()
  })
  if (!contest)
    return (
      <Screen title="知识竞赛">
        {asked.state === 'waiting' ? (
          <Skeleton shape="lines" count={4} />
        ) : (
          <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />
        )}
      </Screen>
    )
  const standing = standingOf(contest, serverNow())
  const time = timeToAnswer(contest, serverNow())
  const footer = wayOnFor(contest, standing, starting.ask)
  return (
    <Screen title="知识竞赛" {...(footer && { footer })}>
      <ContestView contest={contest} standing={standing} now={now} />
      {standing !== 'coming' && standing !== 'cancelled' && (contest.mine || standing === 'open') && (
        <Section title="排名">
          <RankingChoice isShown={shown.isShown} onChange={isShown => void shown.choose(isShown)} />
        </Section>
      )}
      {standing === 'over' && contest.mine && (
        <Button word="看排名" look="quiet" icon="list" onPress={() => go(CONTEST_RANKING_PATH, { contestId })} />
      )}
      <ConfirmDialog
        isOpen={starting.sheet === 'confirm'}
        title="现在开始吗？"
        sentence={startWords(time.minutes, time.isCutShort)}
        confirmWord="开始，马上计时"
        cancelWord="等一会儿"
        isLoading={starting.isStarting}
        onConfirm={() => void starting.start()}
        onClose={starting.close}
      />
      <ConsentSheet isOpen={starting.sheet === 'consent'} onClose={starting.close} onAgreed={() => void starting.start()} />
    </Screen>
  )
}

export default function ContestPage() {
  const { contestId = '' } = useParams()
  const person = usePerson()
  if (person) return <ContestOf key={`${person.personId} ${contestId}`} personId={person.personId} contestId={contestId} />
  return (
    <Screen title="知识竞赛">
      <SignedOut sentence="登录后，参加这场竞赛" />
    </Screen>
  )
}
