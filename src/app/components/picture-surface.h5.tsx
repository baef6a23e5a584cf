import type { PictureProps } from './picture-surface.tsx'

/** The browser's own image. */
export function PictureSurface({ address, label, className, onFail }: PictureProps) {
  return <img className={className} src={address} alt={label} loading="lazy" decoding="async" onError={onFail} />
}
