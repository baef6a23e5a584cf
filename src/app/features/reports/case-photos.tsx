import { View } from '@tarojs/components'
import { refusedPhotoIds } from '#contract/report-results'
import type { ReportDetail } from '#contract/report-shapes'
import { BeforeAfter } from '#app/components/before-after.tsx'
import { PhotoGrid } from '#app/components/photo-grid.tsx'
import { Picture } from '#app/components/picture.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { previewPhotos } from '#app/platform/preview'
import './case-photos.scss'

type Photo = ReportDetail['photos'][number]

export interface Compared {
  before?: Photo
  after?: Photo
  /** Results that were sent back. */
  refused: Photo[]
  rest: Photo[]
}

/** What is compared: the first picture of the problem with the last one of a result that stands. */
export function comparedOf({ photos, history }: Pick<ReportDetail, 'photos' | 'history'>): Compared {
  const sentBack = refusedPhotoIds(history)
  const before = photos.find(photo => photo.kind === 'before')
  const after = [...photos].reverse().find(photo => photo.kind === 'after' && !sentBack.has(photo.photoId))
  const refused = photos.filter(photo => sentBack.has(photo.photoId))
  return { before, after, refused, rest: photos.filter(photo => photo !== before && photo !== after && !refused.includes(photo)) }
}

/** Photographs first and large: before beside after once there is a result to check. */
export function CasePhotos({ report }: { report: Pick<ReportDetail, 'photos' | 'history' | 'categoryName'> }) {
  const { before, after, refused, rest } = comparedOf(report)
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
      {refused.length > 0 && (
        <>
          <View className="case-photos__note">退回的照片（没有通过）</View>
          <PhotoGrid photos={refused} label="退回的照片，没有通过" />
        </>
      )}
    </View>
  )
}
