import type { Refused } from '#app/platform/refused'

/** How much is left before an activity can be settled, as the refusal `undecided-left` counts it; undefined for any other answer. */
export function undecidedSentence(refused: Pick<Refused, 'code' | 'data'> | undefined): string | undefined {
  const count = refused?.code === 'undecided-left' ? refused.data?.count : undefined
  if (typeof count !== 'number') return undefined
  return `还差 ${count} 项：出勤没认定，或补录还没批。点开时段进“名单与时长”，办完再结算。`
}
