import type { WaveCell } from '#contract/awareness-shapes'
import { nonResponseWords } from '#app/words/awareness'

type Reason = keyof typeof nonResponseWords
const nonResponseReasons = Object.keys(nonResponseWords) as Reason[]

export interface Progress {
  population: number
  asked: number
  answered: number
  silent: number
  /** Still to be asked. */
  left: number
  reasons: { reason: Reason; count: number }[]
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Several cells taken together. */
export function progressOf(cells: readonly WaveCell[]): Progress {
  const reasons = nonResponseReasons
    .map(reason => ({ reason, count: sum(cells.map(cell => cell.nonResponse[reason] ?? 0)) }))
    .filter(({ count }) => count > 0)
  const [asked, answered] = [sum(cells.map(cell => cell.asked)), sum(cells.map(cell => cell.answered))]
  const silent = sum(reasons.map(({ count }) => count))
  return { population: sum(cells.map(cell => cell.population)), asked, answered, silent, left: asked - answered - silent, reasons }
}

/** Cells by community, in the order of the frame. */
export function byCommunity(cells: readonly WaveCell[]): { communityId: string; cells: WaveCell[]; progress: Progress }[] {
  const groups = new Map<string, WaveCell[]>()
  for (const cell of cells) groups.set(cell.communityId, [...(groups.get(cell.communityId) ?? []), cell])
  return [...groups].map(([communityId, own]) => ({ communityId, cells: own, progress: progressOf(own) }))
}

/** 家中无人 3 · 不愿参加 1 */
export const reasonsWords = ({ reasons }: Pick<Progress, 'reasons'>) =>
  reasons.map(({ reason, count }) => `${nonResponseWords[reason]} ${count}`).join(' · ')
