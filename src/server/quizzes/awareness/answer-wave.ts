import { awarenessOperations as contract } from '#contract/quizzes-awareness'
import { openCommand } from '#server/operation'
import { findSampleOfToken, keepAnswers, listWaveDrafts, lockSample, lockWave } from '#server/quizzes/awareness/wave-store'
import { digestOf, formFor } from '#server/quizzes/awareness/wave-token'
import { isRight } from '#server/quizzes/learning/grade-rules'
import { refuse, refuseInput } from '#server/refusal'

type Given = readonly { itemId: string; optionId?: string | undefined }[]
type Form = ReturnType<typeof formFor>

/** The answers by what the bank calls questions and options; refuses what is not all of the form, once each. */
function readAnswers(form: Form, given: Given) {
  if (given.length !== form.length) refuseInput('answers', 'every item is answered once')
  return form.map(({ itemId, questionId, version, draft, options }) => {
    const answer = given.find(one => one.itemId === itemId) ?? refuseInput('answers', 'every item is answered once')
    if (answer.optionId === undefined) return { questionId, version, optionId: null, isRight: false }
    const chosen = options.find(option => option.optionId === answer.optionId) ?? refuseInput('answers', 'an option is not one of its item')
    return { questionId, version, optionId: chosen.bankId, isRight: isRight(draft, { optionIds: [chosen.bankId] }) }
  })
}

/** Who holds the token answers; who that is, nobody asks and nothing keeps. It earns no points. */
export const answerWave = openCommand(contract.answerWave, async ({ input, writing, now }) => {
  const found = (await findSampleOfToken(writing, digestOf(input.token))) ?? refuse('token-unknown')
  const wave = await lockWave(writing, found.waveId, 'share')
  if (wave?.state !== 'fielding') return refuse('token-unknown')
  const sample = await lockSample(writing, found.waveId, found.sampleId)
  if (!sample || sample.answeredAt) return refuse('token-used')
  const { sampleId } = sample
  const answers = readAnswers(formFor(input.token, await listWaveDrafts(writing, wave.questions)), input.answers)
  await keepAnswers(
    writing,
    sampleId,
    now,
    answers.map(answer => ({ sampleId, ...answer }))
  )
  return { accepted: true as const }
})
