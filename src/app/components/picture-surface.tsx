import { Image } from '@tarojs/components'

export interface PictureProps {
  address: string
  /** What it shows, for those who do not see it; empty where the words beside it say it. */
  label: string
  className?: string
  onFail?: () => void
}

/** The mini-program's own image, cut to fill. */
export function PictureSurface({ address, label, className, onFail }: PictureProps) {
  return <Image className={className} src={address} mode="aspectFill" lazyLoad aria-label={label} onError={onFail} />
}
