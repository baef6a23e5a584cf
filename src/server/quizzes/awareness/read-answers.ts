import type { formFor } from '#server/quizzes/awareness/wave-token'
import { isRight } from '#server/quizzes/learning/grade-rules'
import { refuseInput } from '#server/refusal'

type Given = readonly { itemId: string; optionId?: string | undefined }[]
type Form = ReturnType<typeof formFor>

/** The answers by what the bank calls questions and options; refuses what is not all of the form, once each. */
export function readAnswers(form: Form, given: Given) {
  if (given.length !== form.length) refuseInput('answers', 'every item is answered once')
  return form.map(({ itemId, questionId, version, draft, options }) => {
    const answer = given.find(one => one.itemId === itemId) ?? refuseInput('answers', 'every item is answered once')
    if (answer.optionId === undefined) return { questionId, version, optionId: null, isRight: false }
    const chosen = options.find(option => option.optionId === answer.optionId) ?? refuseInput('answers', 'an option is not one of its item')
    return { questionId, version, optionId: chosen.bankId, isRight: isRight(draft, { optionIds: [chosen.bankId] }) }
  })
}
