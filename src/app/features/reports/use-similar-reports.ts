import { useEffect, useState } from 'react'
import type { SimilarReport } from '#contract/report-shapes'
import type { Point } from '#contract/shapes'
import { call } from '#app/platform/call-operation'

/** Reports like this one near the point. A hint, never a hurdle: without network or answer there is none. */
export function useSimilarReports(categoryCode: string | undefined, point: Point | undefined): readonly SimilarReport[] {
  const [similar, setSimilar] = useState<readonly SimilarReport[]>([])
  const { longitude, latitude } = point ?? {}
  useEffect(() => {
    setSimilar([])
    if (!categoryCode || longitude === undefined || latitude === undefined) return
    let isLate = false
    call.reports
      .findSimilarReports({ categoryCode, point: { longitude, latitude } })
      .then(({ reports }) => !isLate && setSimilar(reports))
      .catch(() => undefined)
    return () => {
      isLate = true
    }
  }, [categoryCode, longitude, latitude])
  return similar
}
