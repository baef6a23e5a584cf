import { v7 as newId } from 'uuid'
import { fieldingOperations as contract } from '#contract/quizzes-fielding'
import { command } from '#server/operation'
import { lockWave } from '#server/quizzes/awareness/wave-store'
import { newToken } from '#server/quizzes/awareness/wave-token'
import { HELD_MAX, heldUntil } from '#server/quizzes/fielding/fielding-rules'
import { addHolds, isInterviewer, listFree, listHeld } from '#server/quizzes/fielding/fielding-store'
import { showInterviews } from '#server/quizzes/fielding/interview-view'
import { refuse } from '#server/refusal'

/** The wave is held alone, so that whoever takes at the same moment sees what was taken. */
export const takeInterviews = command(contract.takeInterviews, async ({ input, caller, writing, city, now }) => {
  const { personId } = caller
  if (!(await isInterviewer(writing, input.waveId, personId))) refuse('not-found')
  const wave = (await lockWave(writing, input.waveId, 'update')) ?? refuse('not-found')
  if (!(await isInterviewer(writing, wave.waveId, personId))) refuse('not-found')
  if (wave.state !== 'fielding') refuse('move-not-allowed')
  const before = await listHeld(writing, wave.waveId, personId)
  if (before.length + input.count > HELD_MAX) refuse('over-limit', { limit: HELD_MAX })
  const sampleIds = await listFree(writing, wave.waveId, input.communityId, input.count)
  await addHolds(
    writing,
    sampleIds.map(sampleId => ({
      ...{ holdId: newId(), waveId: wave.waveId, sampleId, personId, formKey: newToken() },
      ...{ takenAt: now, heldUntil: heldUntil(now) }
    }))
  )
  const held = (await listHeld(writing, wave.waveId, personId)).filter(({ sample }) => sampleIds.includes(sample.sampleId))
  return { units: await showInterviews(writing, city, wave, held) }
})
