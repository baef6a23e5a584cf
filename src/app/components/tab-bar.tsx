import { Text, View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { tabs } from '#app/components/tab-list'
import { switchTab, type TabPage } from '#app/platform/navigation'
import './tab-bar.scss'

/** The browser's five tabs at the thumb; the mini-program has WeChat's own. */
export function TabBar({ current }: { current: TabPage }) {
  return (
    <View className="tab-bar" role="navigation" aria-label="主要页面">
      {tabs.map(tab => (
        <Pressable
          key={tab.path}
          className={`tab-bar__tab${tab.path === current ? ' tab-bar__tab--current' : ''}`}
          isCurrent={tab.path === current}
          onPress={() => tab.path !== current && switchTab(tab.path)}
        >
          <View className={`tab-bar__drawing${tab.isMain ? ' tab-bar__drawing--main' : ''}`}>
            <Icon name={tab.icon} size={24} />
          </View>
          <Text className="tab-bar__word">{tab.word}</Text>
        </Pressable>
      ))}
    </View>
  )
}
