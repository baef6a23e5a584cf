import { View } from '@tarojs/components'
import type { ReportDetail } from '#contract/report-shapes'
import { PhotoGrid } from '#app/components/photo-grid.tsx'
import { usePolite } from '#app/platform/use-polite'
import { timelineWords } from '#app/words/report-timeline'
import { momentWords } from '#app/words/time-words'
import './report-timeline.scss'

/** Everything that happened, newest first, in plain words. */
export function ReportTimeline({ report, now }: { report: ReportDetail; now: Date }) {
  const polite = usePolite()
  return (
    <View className="report-timeline" role="list">
      {[...report.history].reverse().map((entry, index) => {
        const { title, lines } = timelineWords(entry, report.viewer)
        const photos = report.photos.filter(photo => entry.photoIds.includes(photo.photoId))
        return (
          <View
            key={`${entry.at} ${entry.to}`}
            className={`report-timeline__entry${index === 0 ? ' report-timeline__entry--latest' : ''}`}
            role="listitem"
          >
            <View className="report-timeline__title">{polite(title)}</View>
            <View className="report-timeline__time">{momentWords(entry.at, now)}</View>
            {lines.map(line => (
              <View key={line} className="report-timeline__line">
                {line}
              </View>
            ))}
            {photos.length > 0 && entry.from !== null && (
              <View className="report-timeline__photos">
                <PhotoGrid photos={photos} label={polite(title)} />
              </View>
            )}
          </View>
        )
      })}
    </View>
  )
}
