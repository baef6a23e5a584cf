import { Text, View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import type { IconName } from '#app/components/icon-names'
import { Pressable } from '#app/components/pressable.tsx'
import { tabs } from '#app/components/tab-list'
import { go, switchTab } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import './side-bar.scss'

export const WORKBENCH_PATH = '/packages/staff/work/index'

interface Entry {
  word: string
  icon: IconName
  isCurrent: boolean
  onPress: () => void
}

function SideEntry({ word, icon, isCurrent, onPress }: Entry) {
  return (
    <Pressable
      className={`side-bar__entry${isCurrent ? ' side-bar__entry--current' : ''}`}
      isCurrent={isCurrent}
      onPress={() => !isCurrent && onPress()}
    >
      <Icon name={icon} size={22} />
      <Text>{word}</Text>
    </Pressable>
  )
}

/** The desktop's way around: the five tabs, and the workbench for staff. */
export function SideBar({ current }: { current: string }) {
  const isStaff = (usePerson()?.grants.length ?? 0) > 0
  return (
    <View className="side-bar" role="navigation" aria-label="主要页面">
      <View className="side-bar__name">
        <View className="side-bar__mark" aria-hidden />
        <Text>同创</Text>
      </View>
      {tabs.map(tab => (
        <SideEntry key={tab.path} word={tab.word} icon={tab.icon} isCurrent={tab.path === current} onPress={() => switchTab(tab.path)} />
      ))}
      {isStaff && (
        <View className="side-bar__staff">
          <SideEntry
            word="工作台"
            icon="briefcase"
            isCurrent={/^\/packages\/(staff|quiz-desk)\//.test(current)}
            onPress={() => go(WORKBENCH_PATH)}
          />
        </View>
      )}
    </View>
  )
}
