import { useEffect, useState } from 'react'
import type { QuestionCard, QuestionDetail } from '#contract/quiz-shapes'
import { draftOf, formFrom, newForm, type QuestionForm } from '#app/features/question-bank/question-form-rules'
import { faultsOf } from '#app/features/question-bank/question-fault-rules'
import { keptForms } from '#app/features/question-bank/question-form-store'
import { useAct } from '#app/features/organising/use-act'
import { call } from '#app/platform/call-operation'
import { sendOnce } from '#app/platform/send-once'

const serverFaults = (data: Record<string, unknown> | undefined): string[] =>
  Array.isArray(data?.faults) ? data.faults.filter((fault): fault is string => typeof fault === 'string') : []

/** What is typed of a question: kept on the phone at every change until it is saved, on top of the version it began from. */
export function useQuestionForm(saved: QuestionDetail | undefined) {
  const questionId = saved?.questionId
  const [kept] = useState(() => keptForms.read(questionId))
  const [form, setForm] = useState<QuestionForm>(() => kept?.form ?? (saved ? formFrom(saved) : newForm()))
  const [version, setVersion] = useState(kept ? kept.version : saved?.version)
  // Faults are shown once one has tried to save: nobody likes to be scolded by an empty form.
  const [isTold, setIsTold] = useState(false)
  const [toldByServer, setToldByServer] = useState<readonly string[]>([])
  const saving = useAct()
  const change = (more: Partial<QuestionForm>) => {
    const next = { ...form, ...more }
    setForm(next)
    setToldByServer([])
    keptForms.write(questionId, { form: next, version })
  }
  const { refused } = saving
  useEffect(() => setToldByServer(refused?.code === 'question-faults' ? serverFaults(refused.data) : []), [refused])

  const save = async (): Promise<QuestionCard | undefined> => {
    setIsTold(true)
    if (faultsOf(form).length > 0) return undefined
    let card: QuestionCard | undefined
    await saving.act(async () => {
      card = await sendOnce('question', { ...(questionId && { questionId, version }), draft: draftOf(form) }, keyed =>
        call.quizzes.saveQuestion(keyed)
      )
      keptForms.remove(questionId)
    }, '存好了，等另一位编辑来审')
    return card
  }
  const startOver = (from: QuestionDetail | undefined) => {
    keptForms.remove(questionId)
    setForm(from ? formFrom(from) : newForm())
    setVersion(from?.version)
    setIsTold(false)
    setToldByServer([])
  }
  const goOnFrom = (newest: number) => {
    setVersion(newest)
    keptForms.write(questionId, { form, version: newest })
  }
  return {
    form,
    change,
    faults: [...new Set([...(isTold ? faultsOf(form) : []), ...toldByServer])],
    isKept: kept !== undefined,
    isStale: refused?.code === 'stale-version' || (saved !== undefined && version !== saved.version),
    isSaving: saving.isActing,
    // Faults stand at their places, and a newer version has a notice of its own.
    fault: refused?.code === 'question-faults' || refused?.code === 'stale-version' ? undefined : saving.fault,
    save,
    startOver,
    goOnFrom
  }
}

export type QuestionWriting = ReturnType<typeof useQuestionForm>
