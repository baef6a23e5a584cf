import type { Stratum, Wave } from '#contract/awareness-shapes'
import { shuffled, type Chance } from '#server/quizzes/learning/draw-rules'

type WaveState = Wave['state']

/** What may be done with a wave, from where, and where it leads. */
export const waveMoves = {
  'draw-sample': { from: 'planned', to: 'sampled' },
  open: { from: 'sampled', to: 'fielding' },
  close: { from: 'fielding', to: 'closed' },
  report: { from: 'closed', to: 'reported' }
} as const satisfies Record<string, { from: WaveState; to: WaveState }>
export type WaveMove = keyof typeof waveMoves

/** Fewest and most questions of a wave: fewer measure little, more are not answered at a door. */
export const WAVE_QUESTIONS_MIN = 6
export const WAVE_QUESTIONS_MAX = 8
/** More people than one reply can carry tokens for, and than a city can visit. */
export const SAMPLE_SIZE_MAX = 20_000

export interface Anchor {
  questionId: string
  version: number
  topic: string
}

/**
 * Chooses what a wave asks, by chance: one question a topic while there are topics, then a second one of some.
 * @param repeated those the previous wave asked, in its order: they come first, for only the same measure can be compared.
 * @returns up to eight; fewer than six where there are no more.
 */
export function chooseQuestions(anchors: readonly Anchor[], repeated: readonly string[], chance: Chance): Anchor[] {
  const kept = repeated.flatMap(questionId => anchors.find(anchor => anchor.questionId === questionId) ?? []).slice(0, WAVE_QUESTIONS_MAX)
  const wanted = kept.length >= WAVE_QUESTIONS_MIN ? kept.length : WAVE_QUESTIONS_MAX
  const chosen = [...kept]
  const timesAsked = (topic: string) => chosen.filter(anchor => anchor.topic === topic).length
  const left = shuffled(
    anchors.filter(anchor => !kept.includes(anchor)),
    chance
  )
  while (chosen.length < wanted && left.length > 0) {
    const fewest = Math.min(...left.map(anchor => timesAsked(anchor.topic)))
    const next = left.findIndex(anchor => timesAsked(anchor.topic) === fewest)
    chosen.push(...left.splice(next, 1))
  }
  return chosen
}

/** A cell that is named twice would be counted twice. */
export const hasTwinCells = (strata: readonly Pick<Stratum, 'communityId' | 'ageBand' | 'sex'>[]) =>
  new Set(strata.map(({ communityId, ageBand, sex }) => `${communityId} ${ageBand} ${sex}`)).size < strata.length
