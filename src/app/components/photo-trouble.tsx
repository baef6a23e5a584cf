import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { openPhoneSettings, usePhotoTrouble } from '#app/platform/camera'

/** Why a photo that was picked or taken is not there; said where the photos stand, until the next one is picked. */
export function PhotoTrouble() {
  const { unreadableCount, isRefused } = usePhotoTrouble()
  if (isRefused)
    return (
      <View role="alert">
        <Notice tone="wait" icon="alert">
          微信没有用相机或相册的权限，照片拿不到。打开权限再回来，写的都还在。
        </Notice>
        <Button word="去打开权限" look="quiet" isNarrow onPress={openPhoneSettings} />
      </View>
    )
  if (unreadableCount === 0) return null
  return (
    <View role="alert">
      <Notice tone="bad" icon="alert">
        {`有 ${unreadableCount} 张照片打不开，没有放进来。iPhone 在“设置 › 相机 › 格式”里选“兼容性最佳”，再拍就行；也可以换一张。`}
      </Notice>
    </View>
  )
}
