import { View } from '@tarojs/components'
import type { ReportDetail } from '#contract/report-shapes'
import { BeforeAfter } from '#app/components/before-after.tsx'
import { PhotoGrid } from '#app/components/photo-grid.tsx'
import { Picture } from '#app/components/picture.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { previewPhotos } from '#app/platform/preview'
import './case-photos.scss'

type Photo = ReportDetail['photos'][number]

/** What is compared: the first picture of the problem with the last one of the result. */
export function comparedOf(photos: readonly Photo[]): { before?: Photo; after?: Photo; rest: Photo[] } {
  const before = photos.find(photo => photo.kind === 'before')
  const after = [...photos].reverse().find(photo => photo.kind === 'after')
  return { before, after, rest: photos.filter(photo => photo !== before && photo !== after) }
}

/** Photographs first and large: before beside after once there is a result to check. */
export function CasePhotos({ report }: { report: Pick<ReportDetail, 'photos' | 'categoryName'> }) {
  const { before, after, rest } = comparedOf(report.photos)
  const all = report.photos.map(({ url }) => ({ url }))
  const first = before ?? report.photos[0]
  return (
    <View className="case-photos">
      {after && <BeforeAfter before={before} after={after} label={report.categoryName} isLarge />}
      {!after && first && (
        <Pressable className="case-photos__large" onPress={() => previewPhotos(all, report.photos.indexOf(first))} label="看大图">
          <Picture address={first.url} label={`${report.categoryName}的照片`} ratio={3 / 2} />
        </Pressable>
      )}
      {rest.length > 0 && <PhotoGrid photos={after ? rest : rest.filter(photo => photo !== first)} label="其他照片" />}
    </View>
  )
}
