import { useState } from 'react'
import type { Point } from '#contract/shapes'
import type { ReportDraft } from '#app/features/reports/report-draft-rules'
import { reportDraft, useReportDraft } from '#app/features/reports/report-draft-store'
import { usePlaceName } from '#app/features/reports/use-place-name'
import { getPosition } from '#app/platform/location'

/** Why there is no position, so that the page can offer another way. */
export type NoPosition = 'refused' | 'unavailable'

/** Where the draft is: by position, moved on the map, or the middle of a chosen grid. */
export function useReportPlace() {
  const draft = useReportDraft()
  const name = usePlaceName(draft.point)
  const [isLocating, setIsLocating] = useState(false)
  const [noPosition, setNoPosition] = useState<NoPosition | undefined>(undefined)

  const choose = (point: Point, pointFrom: NonNullable<ReportDraft['pointFrom']>) => {
    setNoPosition(undefined)
    reportDraft.change(now => ({ ...now, point, pointFrom }))
  }
  const locate = async (): Promise<Point | undefined> => {
    setIsLocating(true)
    const position = await getPosition()
    setIsLocating(false)
    if (position.kind === 'found') {
      choose(position.point, 'position')
      return position.point
    }
    setNoPosition(position.kind)
    return undefined
  }
  /** At the shutter; a place somebody set before stays. */
  const locateIfUnset = () => {
    if (!reportDraft.get().point) void locate()
  }
  return { point: draft.point, name, isLocating, noPosition, choose, locate, locateIfUnset }
}
