import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { usePolite } from '#app/platform/use-polite'
// Without an alias and an ending, so that the build may take `overlay-surface.h5.tsx` in the browser.
import { OverlaySurface } from './overlay-surface'
import './overlay.scss'
import './bottom-sheet.scss'

interface Props {
  isOpen: boolean
  onClose: () => void
  title: string
  children: ReactNode
}

/** Rises from the thumb's edge; in the middle on a desktop. */
export function BottomSheet({ isOpen, onClose, title, children }: Props) {
  const polite = usePolite()
  return (
    <OverlaySurface isOpen={isOpen} onClose={onClose} label={polite(title)} place="bottom">
      <View className="bottom-sheet__head">
        <View className="bottom-sheet__title" role="heading" aria-level={2}>
          {polite(title)}
        </View>
        <Pressable className="bottom-sheet__close" onPress={onClose} label="关闭">
          <Icon name="close" size={22} />
        </Pressable>
      </View>
      {children}
    </OverlaySurface>
  )
}
