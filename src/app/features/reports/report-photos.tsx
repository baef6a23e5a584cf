import { View } from '@tarojs/components'
import type { ReportDetail } from '#contract/report-shapes'
import { BeforeAfter } from '#app/components/before-after.tsx'
import { Picture } from '#app/components/picture.tsx'
import { PhotoGrid } from '#app/components/photo-grid.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { Section } from '#app/components/section.tsx'
import { sortPhotos } from '#app/features/reports/report-progress-rules'
import { previewPhotos } from '#app/platform/preview'
import './report-photos.scss'

/** Before and after side by side once there is an after; what was written under it. */
export function ReportPhotos({ report }: { report: ReportDetail }) {
  const { before, after, refused } = sortPhotos(report)
  const [cover] = before
  if (before.length + after.length + refused.length === 0 && !report.text) return null
  return (
    <Section title={after.length > 0 ? '前后对比' : '上报的样子'}>
      {after.length > 0 && <BeforeAfter before={before[0]} after={after[0]} label={report.categoryName} isLarge />}
      {after.length === 0 && cover && (
        <Pressable
          className="report-photos__cover"
          onPress={() => previewPhotos(before.map(({ url }) => ({ url, label: '上报时' })))}
          label="上报的照片，看大图"
        >
          <Picture address={cover.url} label="" ratio={4 / 3} />
        </Pressable>
      )}
      {before.length > 1 && (
        <View className="report-photos__grid">
          <PhotoGrid photos={before.slice(1)} label="上报的照片" />
        </View>
      )}
      {refused.length > 0 && (
        <View className="report-photos__grid">
          <View className="report-photos__note">之前交的照片，没有通过：</View>
          <PhotoGrid photos={refused} label="之前交的照片，没有通过" />
        </View>
      )}
      {report.viewer === 'follower' && before.length > 0 && (
        <View className="report-photos__note">照片由其他居民拍摄，没遮挡的部分已模糊。</View>
      )}
      {report.text && <View className="report-photos__text">{report.text}</View>}
    </Section>
  )
}
