import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { back } from '#app/platform/navigation'
import './top-bar.scss'

interface Props {
  title: string
  hasBack: boolean
  end?: ReactNode
}

/** The browser's bar with the title and the way back; the mini-program has WeChat's own. */
export function TopBar({ title, hasBack, end }: Props) {
  return (
    <View className="top-bar" role="banner">
      {hasBack && (
        <Pressable className="top-bar__back" onPress={back} label="返回">
          <Icon name="back" size={22} />
        </Pressable>
      )}
      <View className="top-bar__title" role="heading" aria-level={1}>
        {title}
      </View>
      {end && <View className="top-bar__end">{end}</View>}
    </View>
  )
}
