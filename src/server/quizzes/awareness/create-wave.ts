import { v7 as newId } from 'uuid'
import type { WavePlan } from '#contract/awareness-shapes'
import { awarenessOperations as contract } from '#contract/quizzes-awareness'
import type { City } from '#server/city'
import type { Writing } from '#server/database/database'
import { command } from '#server/operation'
import { scopesIn } from '#server/quizzes/bank/scope-rules'
import { sampleSize } from '#server/quizzes/awareness/interval-rules'
import { chooseQuestions, hasTwinCells, SAMPLE_SIZE_MAX, WAVE_QUESTIONS_MIN, type Anchor } from '#server/quizzes/awareness/wave-rules'
import { addWave, findWave, listAnchors } from '#server/quizzes/awareness/wave-store'
import { requireOffice, shownWave } from '#server/quizzes/awareness/wave-view'
import type { Chance } from '#server/quizzes/learning/draw-rules'
import { refuse, refuseInput } from '#server/refusal'

function checkPlan(plan: WavePlan, { places }: City): void {
  if (plan.closesOn < plan.opensOn) refuseInput('closesOn', 'it closes before it opens')
  if (hasTwinCells(plan.strata)) refuseInput('strata', 'a community, age band and sex is named twice')
  if (plan.strata.some(stratum => places.kindOf(stratum.communityId) !== 'community')) refuse('not-found')
  if (sizeOf(plan).asked > SAMPLE_SIZE_MAX) refuseInput('margin', `more than ${SAMPLE_SIZE_MAX} people would have to be asked`)
}

const sizeOf = ({ target, margin, expectedDesignEffect, expectedResponse }: WavePlan) =>
  sampleSize({ target, margin, designEffect: expectedDesignEffect, response: expectedResponse })

/** Those named, each of which must be one a wave may ask; where none is named, those of the previous wave and others by chance. */
async function questionsFor(
  writing: Writing,
  { questionIds, previousWaveId }: WavePlan,
  { chance, scopes }: { chance: Chance; scopes: readonly string[] }
): Promise<Anchor[]> {
  const previous = previousWaveId === undefined ? undefined : ((await findWave(writing, previousWaveId)) ?? refuse('not-found'))
  const anchors = await listAnchors(writing, scopes)
  if (questionIds) {
    if (new Set(questionIds).size < questionIds.length) refuseInput('questionIds', 'a question is named twice')
    return questionIds.map(
      questionId =>
        anchors.find(anchor => anchor.questionId === questionId) ??
        refuseInput('questionIds', 'not an anchor question that may be asked now')
    )
  }
  const repeated = (previous?.questions ?? []).map(question => question.questionId)
  const chosen = chooseQuestions(anchors, repeated, chance)
  return chosen.length >= WAVE_QUESTIONS_MIN
    ? chosen
    : refuseInput('questionIds', 'the bank has too few anchor questions that may be asked')
}

export const createWave = command(contract.createWave, async ({ input, caller, writing, city, settings, chance, now }) => {
  requireOffice(caller, city)
  checkPlan(input, city)
  const questions = (await questionsFor(writing, input, { chance, scopes: scopesIn(settings.CITY_PLACE) })).map(
    ({ questionId, version }) => ({ questionId, version })
  )
  const { questionIds: _, idempotencyKey: __, ...plan } = input
  const waveId = newId()
  await addWave(writing, { waveId, state: 'planned', plan, questions, createdAt: now })
  return shownWave(writing, waveId)
})
