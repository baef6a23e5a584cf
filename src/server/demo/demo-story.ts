import type { Beat } from '#server/demo/demo-lives'
import type { When } from '#server/demo/demo-timeline'

/** Residents, and the handler on the round: what staff find themselves counts for 自查率. */
export type DemoReporter = 'resident' | 'neighbour' | 'handler' | `crowd-${number}`

/** One report of the demo city as it is written down: who saw what where, and what became of it. */
export interface DemoStory {
  key: string
  categoryCode: string
  /** The end of the grid's id: street, community, grid. */
  grid: string
  when: When
  reporter: DemoReporter
  text?: string
  photoCount?: 1 | 2
  followers?: readonly DemoReporter[]
  /** The key of an earlier report at the very same place. */
  samePlaceAs?: string
  showsNameToUnit?: boolean
  life: readonly Beat[]
  /** The unit asked to suspend; nobody has decided yet. */
  suspensionRequest?: { wait: number; reasonCode: string; note: string; reviewInDays: number }
  rating?: { waitHours: number; rating: number; isSolved: boolean; comment?: string }
  /** What the city says in public about the result. */
  summary?: string
}

export const daysAgo = (days: number, at: string): When => ({ daysAgo: days, at })
export const minutesAgo = (minutes: number): When => ({ minutesAgo: minutes })

/** What every story begins with, in one line. */
export const seen = (key: string, categoryCode: string, grid: string, when: When, reporter: DemoReporter) => ({
  key,
  categoryCode,
  grid,
  when,
  reporter
})
