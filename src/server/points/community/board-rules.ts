/** What somebody contributed in a month, in points of verified work. */
export interface Contribution {
  personId: string
  maskedName: string
  contribution: number
}

export type Ranked = Contribution & { rank: number }

/** As many rows as a board shows. */
export const BOARD_ROWS_MAX = 50

/**
 * Those who contributed, most first. Who contributed the same shares a rank and stands in the order of names: when it was done, or
 * how fast, never counts.
 */
export function rankContributions(all: readonly Contribution[]): Ranked[] {
  const sorted = all
    .filter(one => one.contribution > 0)
    .sort((a, b) => b.contribution - a.contribution || a.maskedName.localeCompare(b.maskedName, 'zh') || (a.personId < b.personId ? -1 : 1))
  return sorted.map(one => ({ ...one, rank: rankOf(one.contribution, sorted) }))
}

/** One more than those who contributed more. */
export const rankOf = (contribution: number, all: readonly Pick<Contribution, 'contribution'>[]) =>
  1 + all.filter(other => other.contribution > contribution).length
