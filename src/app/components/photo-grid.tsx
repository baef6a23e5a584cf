import { Text, View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import { Picture } from '#app/components/picture.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { PhotoTrouble } from '#app/components/photo-trouble.tsx'
import { previewPhotos } from '#app/platform/preview'
import './photo-grid.scss'

interface Props {
  photos: readonly { url: string; thumbnailUrl: string }[]
  /** What they show, e.g. 处理前. */
  label: string
  /** Draws a cross on each. */
  onRemove?: (index: number) => void
  /** Draws a frame to add one more. */
  onAdd?: () => void
  addWord?: string
}

/** Thumbnails; a tap shows them whole. */
export function PhotoGrid({ photos, label, onRemove, onAdd, addWord = '再拍一张' }: Props) {
  const whole = photos.map(({ url }) => ({ url, label }))
  const isBeingFilled = onAdd !== undefined || onRemove !== undefined
  return (
    <View>
      <View className="photo-grid">
        {photos.map((photo, index) => (
          <View key={photo.thumbnailUrl} className="photo-grid__cell">
            <Pressable
              className="photo-grid__photo"
              onPress={() => previewPhotos(whole, index)}
              label={`${label}，第 ${index + 1} 张，看大图`}
            >
              <Picture address={photo.thumbnailUrl} label="" />
            </Pressable>
            {onRemove && (
              <Pressable className="photo-grid__remove" onPress={() => onRemove(index)} label={`去掉第 ${index + 1} 张`}>
                <View className="photo-grid__cross">
                  <Icon name="close" size={14} />
                </View>
              </Pressable>
            )}
          </View>
        ))}
        {onAdd && (
          <View className="photo-grid__cell">
            <Pressable className="photo-grid__add" onPress={onAdd}>
              <Icon name="camera" size={24} />
              <Text>{addWord}</Text>
            </Pressable>
          </View>
        )}
      </View>
      {isBeingFilled && <PhotoTrouble />}
    </View>
  )
}
