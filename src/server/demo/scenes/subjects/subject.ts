import type { Stage } from '#server/demo/scenes/parts/stage'
import type { View } from '#server/demo/scenes/views/view'

/** What a category of report looks like: in which kind of place, and what is wrong or put right there. */
export interface Subject {
  view: View
  /** Seen at night, before and after. */
  isNight?: boolean
  draw: (stage: Stage) => string
}
