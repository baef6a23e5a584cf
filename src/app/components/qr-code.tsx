import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { qrAddress } from '#app/components/qr-drawing-rules'
// Without an alias and an ending, so that the build may take `picture-surface.h5.tsx` in the browser.
import { PictureSurface } from './picture-surface'
import './qr-code.scss'

interface Props {
  /** What the code says. */
  text: string
  /** What it is for, read aloud. */
  label: string
  /** CSS length of a side; as wide as there is room where none is given. */
  side?: string
  /** `Q` for paper that is carried about. */
  ecc?: 'M' | 'Q'
}

/** A QR code, drawn on the phone. */
export function QrCode({ text, label, side = '100%', ecc }: Props) {
  const address = useMemo(() => qrAddress(text, ecc), [text, ecc])
  return (
    <View className="qr-code" style={{ width: side }}>
      <View className="qr-code__square" />
      <PictureSurface className="qr-code__picture" address={address} label={label} />
    </View>
  )
}
