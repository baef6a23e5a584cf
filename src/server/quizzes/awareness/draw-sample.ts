import { v7 as newId } from 'uuid'
import type { SampleUnit } from '#contract/awareness-shapes'
import { awarenessOperations as contract } from '#contract/quizzes-awareness'
import { command } from '#server/operation'
import { allocate } from '#server/quizzes/awareness/allocation-rules'
import { sampleSize } from '#server/quizzes/awareness/interval-rules'
import { waveMoves } from '#server/quizzes/awareness/wave-rules'
import { addSamples, changeWave } from '#server/quizzes/awareness/wave-store'
import { digestOf, newToken } from '#server/quizzes/awareness/wave-token'
import { holdForMove, requireOffice, shownWave } from '#server/quizzes/awareness/wave-view'

export const drawSample = command(contract.drawSample, async ({ input, caller, writing, city }) => {
  requireOffice(caller, city)
  const { waveId, plan } = await holdForMove(writing, input.waveId, 'draw-sample')
  const { target, margin, expectedDesignEffect, expectedResponse, strata } = plan
  const { asked } = sampleSize({ target, margin, designEffect: expectedDesignEffect, response: expectedResponse })
  const counts = allocate(
    asked,
    strata.map(stratum => stratum.population)
  )
  const places = strata.flatMap(({ communityId, ageBand, sex }, place) =>
    Array.from({ length: counts[place] ?? 0 }, () => ({ communityId, ageBand, sex }))
  )
  // Their numbers follow their ids wherever the sample is listed.
  const sampleIds = places.map(() => newId()).sort()
  const units: SampleUnit[] = places.map((place, n) => ({ ...place, sampleId: sampleIds[n] ?? newId(), number: n + 1, token: newToken() }))
  await addSamples(
    writing,
    waveId,
    units.map(({ token, number: _, ...unit }) => ({ ...unit, tokenDigest: digestOf(token) }))
  )
  await changeWave(writing, waveId, { state: waveMoves['draw-sample'].to, sampleSize: units.length })
  return { wave: await shownWave(writing, waveId), units }
})
