import { v7 as newId } from 'uuid'
import { fieldingOperations as contract } from '#contract/quizzes-fielding'
import { command } from '#server/operation'
import { keepNonResponse } from '#server/quizzes/awareness/wave-store'
import { ATTEMPTS_MAX, heldUntil, momentOfAttempt, placeOfAttempt } from '#server/quizzes/fielding/fielding-rules'
import { changeHold } from '#server/quizzes/fielding/fielding-store'
import { keepAttempt, listAttemptsOf } from '#server/quizzes/fielding/interview-store'
import { holdOwnUnit, toAttempt } from '#server/quizzes/fielding/interview-view'
import { refuse } from '#server/refusal'

/** The latest attempt says why there is no answer yet; an answer later, by whichever way, replaces it. */
export const logInterviewAttempt = command(contract.logInterviewAttempt, async ({ input, caller, writing, now }) => {
  const { wave, sample, hold } = await holdOwnUnit(writing, caller, input)
  const { sampleId } = sample
  const mine = { personId: caller.personId, attemptedAt: momentOfAttempt(input.attemptedAt, now) }
  const place = placeOfAttempt(await listAttemptsOf(writing, [sampleId]), mine)
  if (place === 'over-limit') return refuse('over-limit', { limit: ATTEMPTS_MAX })
  const attemptId = place === 'new' ? newId() : place.corrects
  const said = { reason: input.reason, note: input.note ?? null }
  await keepAttempt(writing, { attemptId, waveId: wave.waveId, sampleId, ...mine, ...said })
  const attempts = await listAttemptsOf(writing, [sampleId])
  const latest = attempts.at(-1)
  if (latest)
    await keepNonResponse(writing, sampleId, {
      ...{ nonResponseReason: latest.reason, nonResponseNote: latest.note, nonResponseAt: latest.attemptedAt }
    })
  if (hold.releasedAt === null) await changeHold(writing, hold.holdId, { heldUntil: heldUntil(now) })
  return { attempts: attempts.map(toAttempt) }
})
