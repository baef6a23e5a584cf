import { people } from '#contract/people'
import { places } from '#contract/places'
import { points } from '#contract/points'
import { reports } from '#contract/reports'

/** Everything a caller may ask: `POST /api/<noun>/<operation>`. */
export const api = { people, places, points, reports }
export type Api = typeof api
