import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { keepsBank } from '#app/features/question-bank/bank-role-rules'
import { QuestionEditor } from '#app/packages/quiz-desk/question/question-editor.tsx'
import { QuestionPane } from '#app/packages/quiz-desk/question/question-pane.tsx'
import { ReadFirst } from '#app/packages/quiz-desk/question/read-first.tsx'
import { call } from '#app/platform/call-operation'
import { back, useParams } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'

/** One question of the bank: read and reviewed, changed (`edit`), or written anew where none is named. */
export default function QuestionPage() {
  const { question, edit } = useParams()
  const isKeeper = keepsBank(usePerson()?.grants ?? [])
  if (!isKeeper) {
    return (
      <Screen title="题目">
        <ErrorState sentence="题库由编辑来管，你现在的身份看不到。" action={{ word: '返回', onPress: back }} />
      </Screen>
    )
  }
  if (!question) return <QuestionEditor />
  if (edit) {
    return (
      <ReadFirst key={question} title="改题" read={() => call.quizzes.getQuestion({ questionId: question })}>
        {(saved, again) => <QuestionEditor saved={saved} onAgain={again} />}
      </ReadFirst>
    )
  }
  return <QuestionPane key={question} questionId={question} onChanged={() => undefined} isWhole />
}
