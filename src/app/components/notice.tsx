import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '#app/components/icon.tsx'
import type { IconName } from '#app/components/icon-names'
import type { Tone } from '#app/components/state-chip.tsx'
import { usePolite } from '#app/platform/use-polite'
import './notice.scss'

interface Props {
  tone: Tone
  icon: IconName
  children: ReactNode
}

/** A quiet band with one sentence that matters here. */
export function Notice({ tone, icon, children }: Props) {
  const polite = usePolite()
  return (
    <View className={`notice notice--${tone}`} role="note">
      <Icon name={icon} size={20} />
      <View className="notice__words">{typeof children === 'string' ? polite(children) : children}</View>
    </View>
  )
}
