import { Text, View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { Icon } from '#app/components/icon.tsx'
import { PhotoGrid } from '#app/components/photo-grid.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { PhotoTrouble } from '#app/components/photo-trouble.tsx'
import type { ReportForm } from '#app/features/reports/use-report-form'
import './photo-part.scss'

/** Photo first: one large target while there is none, thumbnails afterwards. */
export function PhotoPart({ photos }: { photos: ReportForm['photos'] }) {
  const camera = () => void photos.fromCamera()
  const album = () => void photos.fromAlbum()
  if (photos.shown.length === 0)
    return (
      <View className="photo-part">
        <Pressable className="photo-part__shutter" onPress={camera} label="拍一张照片">
          <View className="photo-part__inside">
            <View className="photo-part__lens">
              <Icon name="camera" size={36} />
            </View>
            <Text className="photo-part__word">{photos.isKeeping ? '正在放好照片…' : '拍一张'}</Text>
            <Text className="photo-part__line">拍清楚是什么、在哪里。噪声一类可以不拍。</Text>
          </View>
        </Pressable>
        <View className="photo-part__album">
          <Button word="从相册选" icon="photo" look="quiet" isNarrow onPress={album} />
        </View>
        <PhotoTrouble />
      </View>
    )
  return (
    <View className="photo-part">
      <PhotoGrid photos={photos.shown} label="现场照片" onRemove={photos.remove} {...(photos.hasRoom && { onAdd: camera })} />
      {photos.hasRoom && (
        <View className="photo-part__album">
          <Button word="从相册选" icon="photo" look="quiet" isNarrow isLoading={photos.isKeeping} onPress={album} />
        </View>
      )}
    </View>
  )
}
