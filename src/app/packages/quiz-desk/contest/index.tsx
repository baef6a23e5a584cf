import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { keepsBank } from '#app/features/question-bank/bank-role-rules'
import { ContestEditor } from '#app/packages/quiz-desk/contest/contest-editor.tsx'
import { ContestPane } from '#app/packages/quiz-desk/contest/contest-pane.tsx'
import { ReadFirst } from '#app/packages/quiz-desk/question/read-first.tsx'
import { call } from '#app/platform/call-operation'
import { back, useParams } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'

/** One contest of the office: looked at and published, changed (`edit`), or planned anew where none is named. */
export default function PlannedContestPage() {
  const { contest, edit } = useParams()
  const isKeeper = keepsBank(usePerson()?.grants ?? [])
  if (!isKeeper) {
    return (
      <Screen title="知识竞赛">
        <ErrorState sentence="竞赛由编辑来办，你现在的身份看不到。" action={{ word: '返回', onPress: back }} />
      </Screen>
    )
  }
  if (!contest) return <ContestEditor />
  if (edit) {
    return (
      <ReadFirst key={contest} title="改方案" read={() => call.quizzes.getPlannedContest({ contestId: contest })}>
        {(saved, again) => <ContestEditor saved={saved} onAgain={again} />}
      </ReadFirst>
    )
  }
  return <ContestPane key={contest} contestId={contest} onChanged={() => undefined} isWhole />
}
