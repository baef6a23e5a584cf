import { View } from '@tarojs/components'
import { useMemo } from 'react'
import type { ReportDetail } from '#contract/report-shapes'
import { AreaMap } from '#app/components/area-map.tsx'
import { Section } from '#app/components/section.tsx'
import { useGridShapes } from '#app/features/reports/use-grid-shapes'
import { placeOfReportWords } from '#app/words/report-form'
import './report-place.scss'

/** Where it was put, so that its reporter sees a wrong place at once. */
export function ReportPlace({ report }: { report: ReportDetail }) {
  const { place, point, isApproximate } = report
  const shapes = useGridShapes(place.community.areaId, place.grid.areaId)
  const polygons = useMemo(() => shapes.map(shape => ({ ...shape, label: '' })), [shapes])
  const words = placeOfReportWords(report)
  const pins = useMemo(() => [{ id: 'here', point, tone: 'good' as const, label: words }], [point, words])
  return (
    <Section title="在哪里">
      <View className="report-place">
        <AreaMap label={words} centre={point} polygons={polygons} pins={isApproximate ? [] : pins} zoom={16} height="180px" />
        <View className="report-place__words">{words}</View>
      </View>
    </Section>
  )
}
