import type { SampleUnit, Wave } from '#contract/awareness-shapes'

export interface LinkCardsProps {
  wave: Wave
  units: readonly SampleUnit[]
  nameOf: (communityId: string) => string
  /** Where the browser build is opened. */
  base: string
}
