interface Bounds {
  n: number
  low: number
}

export interface ChartScale {
  /** The share at the left edge; the right one is always 1. */
  from: number
  ticks: number[]
  /** Percent of the width from the left. */
  placeOf: (share: number) => number
}

const STEPS_SHOWN_MAX = 6

/** From a tenth below the lowest bound and the target up to 1: an axis that begins near the target would make every gap look wide. */
export function scaleOf(rows: readonly Bounds[], target: number): ChartScale {
  const lowest = Math.min(target, ...rows.filter(({ n }) => n > 0).map(({ low }) => low))
  const first = Math.max(0, Math.floor(lowest * 10 - 0.5))
  const step = 10 - first >= STEPS_SHOWN_MAX ? 2 : 1
  const ticks: number[] = []
  for (let tenth = 10; tenth >= first; tenth -= step) ticks.unshift(tenth / 10)
  const from = first / 10
  return { from, ticks, placeOf: share => (100 * (Math.max(from, share) - from)) / (1 - from) }
}
