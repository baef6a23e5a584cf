import { randomInt } from 'node:crypto'
import type { Chance } from '#server/quizzes/learning/draw-rules'

const STEPS = 2 ** 47

/** Chance that nobody can foresee. */
export const unforeseeableChance: Chance = () => randomInt(STEPS) / STEPS
