import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { keepsBank } from '#app/features/question-bank/bank-role-rules'
import { QuestionEditor, SavedQuestionEditor } from '#app/packages/quiz-desk/question/question-editor.tsx'
import { QuestionPane } from '#app/packages/quiz-desk/question/question-pane.tsx'
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
  if (edit) return <SavedQuestionEditor key={question} questionId={question} />
  return <QuestionPane key={question} questionId={question} onChanged={() => undefined} isWhole />
}
