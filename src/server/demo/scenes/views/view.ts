import type { Camera } from '#server/demo/scenes/parts/camera'
import type { Stage } from '#server/demo/scenes/parts/stage'
import type { SeededRandom } from '#server/demo/seeded-random'

/** A kind of place: where the camera stands and what is there whatever the report is about. */
export interface View {
  camera: (random: SeededRandom) => Camera
  /** Everything behind the subject. */
  back: (stage: Stage) => string
  /** What stands or hangs between us and the subject. */
  front?: (stage: Stage) => string
}
