import { awarenessOperations as contract } from '#contract/quizzes-awareness'
import { command } from '#server/operation'
import { changeDigests, listNumbers, lockUnanswered } from '#server/quizzes/awareness/sample-store'
import { lockWave } from '#server/quizzes/awareness/wave-store'
import { digestOf, newToken } from '#server/quizzes/awareness/wave-token'
import { requireOffice, shownWave } from '#server/quizzes/awareness/wave-view'
import { refuse } from '#server/refusal'

/** Those who answered keep their used token. The wave is held, so nobody answers by an old token meanwhile. */
export const renewTokens = command(contract.renewTokens, async ({ input, caller, writing, city }) => {
  requireOffice(caller, city)
  const wave = (await lockWave(writing, input.waveId, 'update')) ?? refuse('not-found')
  const named = input.sampleIds && [...new Set(input.sampleIds)]
  const held = await lockUnanswered(writing, wave.waveId, named)
  if (named && held.length < named.length) refuse('not-found')
  if (wave.state !== 'sampled' && wave.state !== 'fielding') refuse('move-not-allowed')
  if (named && held.some(sample => sample.answeredAt)) refuse('token-used')
  const renewed = new Map(held.filter(sample => !sample.answeredAt).map(({ sampleId }) => [sampleId, newToken()]))
  await changeDigests(
    writing,
    [...renewed].map(([sampleId, token]) => ({ sampleId, tokenDigest: digestOf(token) }))
  )
  const units = (await listNumbers(writing, wave.waveId)).flatMap(unit => {
    const token = renewed.get(unit.sampleId)
    return token === undefined ? [] : { ...unit, token }
  })
  return { wave: await shownWave(writing, wave.waveId), units }
})
