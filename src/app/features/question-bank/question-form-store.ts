import { newForm, type QuestionForm } from '#app/features/question-bank/question-form-rules'
import { storage } from '#app/platform/storage'

/** What was typed, and of which version; undefined for a new question. */
export interface KeptForm {
  form: QuestionForm
  version?: number
}

const keyOf = (questionId: string | undefined) => `question-form:${questionId ?? 'new'}`

/** Questions being written on this phone, each until it is saved. */
export const keptForms = {
  read(questionId: string | undefined): KeptForm | undefined {
    const kept = storage.read<KeptForm>(keyOf(questionId))
    return kept && { ...kept, form: { ...newForm(), ...kept.form } }
  },
  write: (questionId: string | undefined, kept: KeptForm) => storage.write(keyOf(questionId), kept),
  remove: (questionId: string | undefined) => storage.remove(keyOf(questionId))
}
