import { fieldingOperations as contract } from '#contract/quizzes-fielding'
import { command } from '#server/operation'
import { readAnswers } from '#server/quizzes/awareness/read-answers'
import { keepAnswers, listWaveDrafts } from '#server/quizzes/awareness/wave-store'
import { formFor } from '#server/quizzes/awareness/wave-token'
import { secondsOf } from '#server/quizzes/fielding/fielding-rules'
import { changeHold } from '#server/quizzes/fielding/fielding-store'
import { addInterview } from '#server/quizzes/fielding/interview-store'
import { holdOwnUnit } from '#server/quizzes/fielding/interview-view'

/** Counts as an answer by link does; beside it stands who asked and how long it took. */
export const recordInterview = command(contract.recordInterview, async ({ input, caller, writing, now }) => {
  const { wave, sample, hold } = await holdOwnUnit(writing, caller, input)
  const { sampleId } = sample
  const answers = readAnswers(formFor(hold.formKey, await listWaveDrafts(writing, wave.questions)), input.answers)
  await keepAnswers(
    writing,
    sampleId,
    now,
    answers.map(answer => ({ sampleId, ...answer }))
  )
  await addInterview(writing, {
    ...{ sampleId, waveId: wave.waveId, personId: caller.personId, recordedAt: now, seconds: secondsOf(input) },
    ...{ answerCount: answers.length, unknownCount: answers.filter(answer => answer.optionId === null).length }
  })
  if (hold.releasedAt === null) await changeHold(writing, hold.holdId, { releasedAt: now })
  return { accepted: true as const }
})
