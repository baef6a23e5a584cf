import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { SideBar } from '#app/components/side-bar.tsx'
import { TabBar } from '#app/components/tab-bar.tsx'
import { TopBar } from '#app/components/top-bar.tsx'
import { deployment } from '#app/platform/deployment'
import { currentPath, type TabPage } from '#app/platform/navigation'
import { useTextScale } from '#app/platform/text-scale'
import './screen.scss'

interface Props {
  title: string
  /** Which tab this page is; absent on pages opened over a tab. */
  tab?: TabPage
  /** Stands at the thumb above the tab bar: the one primary action. */
  footer?: ReactNode
  /** At the end of the browser's top bar. */
  end?: ReactNode
  /** `wide` for desks with two panes; `full` leaves out the page margins too (maps). */
  width?: 'column' | 'wide' | 'full'
  /** The page draws its own head. */
  isTitleHidden?: boolean
  children: ReactNode
}

/** The root of every page: surface, bars, safe areas, text size. */
export function Screen({ title, tab, footer, end, width = 'column', isTitleHidden, children }: Props) {
  const { className } = useTextScale()
  const isBrowser = deployment.isBrowser
  // WeChat draws its own tab bar, below the page.
  const hasTabBar = isBrowser && tab !== undefined
  return (
    <View className={`screen screen--${width} ${className}${tab ? ' screen--tab' : ''}`}>
      {isBrowser && <SideBar current={tab ?? currentPath()} />}
      <View className="screen__body">
        {isBrowser && !isTitleHidden && <TopBar title={title} hasBack={!tab} end={end} />}
        <View className="screen__main" role="main">
          {children}
        </View>
      </View>
      {(footer || hasTabBar) && (
        <View className="screen__bottom">
          {footer && <View className="screen__footer">{footer}</View>}
          {hasTabBar && <TabBar current={tab} />}
        </View>
      )}
    </View>
  )
}
