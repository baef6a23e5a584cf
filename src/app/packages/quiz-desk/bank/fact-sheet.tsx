import type { Fact } from '#contract/quiz-shapes'
import { MoveSheet } from '#app/packages/quiz-desk/question/move-sheet.tsx'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'

interface Props {
  fact: Fact
  onDone: () => void
  onClose: () => void
}

/** How many questions of a fact are asked of residents now, or would be. */
function useActiveCount(factId: string) {
  return useAsked(async () => (await call.quizzes.listQuestions({ factId, state: 'active' })).totalCount, [factId]).value
}

/** The law changed, or the change is dealt with: a fact with all that hangs on it stops being asked, or is asked again. */
export function FactSheet({ fact, onDone, onClose }: Props) {
  const { factId, isSuspended, statement } = fact
  const activeCount = useActiveCount(factId)
  const howMany = activeCount === undefined ? '用到它的题' : `${activeCount} 道题`
  const sentence = isSuspended
    ? `“${statement}”恢复后，${activeCount === 0 ? '没有题要恢复。' : `${howMany}会接着问。`}`
    : `“${statement}”停用后，${activeCount === 0 ? '没有题受影响。' : `${howMany}马上不再问，恢复以后接着问。`}`
  return (
    <MoveSheet
      title={isSuspended ? '恢复知识点' : '停用知识点'}
      sentence={sentence}
      word={isSuspended ? '恢复' : '停用'}
      isDanger={!isSuspended}
      needsNote
      placeholder={isSuspended ? '如：新条文已核对，题目都对' : '如：这一条 12 月 1 日起改了，先停下核对'}
      done={isSuspended ? '恢复了' : '停用了'}
      onSend={async note => {
        await call.quizzes.suspendFact({ factId, isSuspended: !isSuspended, note })
        onDone()
      }}
      onClose={onClose}
    />
  )
}
