import { people } from '#contract/people'
import { places } from '#contract/places'
import { points } from '#contract/points'
import { quizzes } from '#contract/quizzes'
import { reports } from '#contract/reports'
import { volunteering } from '#contract/volunteering'

/** Everything a caller may ask: `POST /api/<noun>/<operation>`. */
export const api = { people, places, points, quizzes, reports, volunteering }
export type Api = typeof api
