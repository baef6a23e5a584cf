import { Text, View } from '@tarojs/components'
import { Picture } from '#app/components/picture.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { previewPhotos } from '#app/platform/preview'
import './before-after.scss'

interface Shown {
  url: string
  thumbnailUrl: string
}

interface Props {
  before?: Shown
  after?: Shown
  /** Where it is, for those who do not see it. */
  label: string
  /** Sharp enough for wide cards. */
  isLarge?: boolean
  /** False inside a card that is a target itself. */
  isPreviewable?: boolean
}

/** The same place twice, side by side. */
export function BeforeAfter({ before, after, label, isLarge, isPreviewable = true }: Props) {
  const shown = [before && { url: before.url, label: '处理前' }, after && { url: after.url, label: '处理后' }].filter(
    one => one !== undefined
  )
  const side = (photo: Shown | undefined, word: string) => {
    const picture = (
      <Picture
        address={isLarge ? photo?.url : photo?.thumbnailUrl}
        label={`${label}，${word}`}
        ratio={1}
        className="before-after__picture"
      />
    )
    return (
      <View className="before-after__side">
        {photo && isPreviewable ? (
          <Pressable
            className="before-after__press"
            onPress={() =>
              previewPhotos(
                shown,
                shown.findIndex(one => one.label === word)
              )
            }
            label={`${word}，看大图`}
          >
            {picture}
          </Pressable>
        ) : (
          picture
        )}
        <Text className={`before-after__word${word === '处理后' ? ' before-after__word--after' : ''}`}>{word}</Text>
      </View>
    )
  }
  return (
    <View className="before-after">
      {side(before, '处理前')}
      <View className="before-after__divider" aria-hidden />
      {side(after, '处理后')}
    </View>
  )
}
