import type { Refused } from '#app/platform/refused'

/** Whom a smaller capacity would release, as the refusal `below-taken` names them (masked); undefined for any other answer. */
export function namesReleased(refused: Pick<Refused, 'code' | 'data'> | undefined): { count: number; names: string } | undefined {
  if (refused?.code !== 'below-taken') return undefined
  const { releases } = refused.data ?? {}
  const names = Array.isArray(releases) ? releases.filter(name => typeof name === 'string') : []
  return { count: names.length, names: names.join('、') }
}
