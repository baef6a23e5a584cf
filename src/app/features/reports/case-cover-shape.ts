import type { Rectangle } from '#app/features/reports/case-cover-rules'

export interface CoverProps {
  address: string
  /** Which picture this is, e.g. 处理前. */
  label: string
  rectangles: readonly Rectangle[]
  onChange: (rectangles: readonly Rectangle[]) => void
}
