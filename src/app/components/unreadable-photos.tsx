import { View } from '@tarojs/components'
import { Notice } from '#app/components/notice.tsx'
import { useUnreadablePhotos } from '#app/platform/camera'

/** Said where the photos stand, until the next one is picked. */
export function UnreadablePhotos() {
  const count = useUnreadablePhotos()
  if (count === 0) return null
  return (
    <View role="alert">
      <Notice tone="bad" icon="alert">
        {`有 ${count} 张照片打不开，没有放进来。iPhone 在“设置 › 相机 › 格式”里选“兼容性最佳”，再拍就行；也可以换一张。`}
      </Notice>
    </View>
  )
}
