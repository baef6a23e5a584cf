import { View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '#app/components/icon.tsx'
// Without an alias and an ending, so that the build may take `picture-surface.h5.tsx` in the browser.
import { PictureSurface } from './picture-surface'
import './picture.scss'

interface Props {
  address?: string
  label: string
  /** Width to height: 1 square, 4/3 landscape. */
  ratio?: number
  className?: string
}

/** A photograph cut to its frame; a quiet frame where there is none or it does not come. */
export function Picture({ address, label, ratio = 1, className = '' }: Props) {
  const [failed, setFailed] = useState<string | undefined>(undefined)
  return (
    <View className={`picture ${className}`}>
      <View style={{ paddingTop: `${100 / ratio}%` }} />
      {address && failed !== address ? (
        <PictureSurface className="picture__inside" address={address} label={label} onFail={() => setFailed(address)} />
      ) : (
        <View className="picture__inside picture__none" role="img" aria-label={`${label}（没有照片）`}>
          <Icon name="photo" size={24} />
        </View>
      )}
    </View>
  )
}
