import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { RECTANGLES_MAX } from '#app/features/reports/case-cover-rules'
import type { CoverProps } from '#app/features/reports/case-cover-shape'
// Without an alias and an ending, so that the build may take `case-cover-surface.h5.tsx` in the browser.
import { CaseCoverSurface } from './case-cover-surface'
import { deployment } from '#app/platform/deployment'
import './case-cover.scss'

const MIDDLE = { left: 0.4, top: 0.4, width: 0.2, height: 0.2 }

/** Faces and number plates are covered here, by a person, before anything is shown to all. */
export function CaseCover(props: CoverProps) {
  const { label, rectangles, onChange } = props
  const hint = deployment.isBrowser ? '在照片上拖一下就遮住一块，点一下那块就去掉。' : '点一下格子就遮住，再点一下就去掉。'
  return (
    <View className="case-cover">
      <View className="case-cover__label">
        {label} · {rectangles.length > 0 ? `遮住 ${rectangles.length} 块` : hint}
      </View>
      <CaseCoverSurface {...props} />
      {deployment.isBrowser && rectangles.length < RECTANGLES_MAX && (
        <Button word="加一块" look="quiet" isNarrow icon="plus" onPress={() => onChange([...rectangles, MIDDLE])} />
      )}
    </View>
  )
}
