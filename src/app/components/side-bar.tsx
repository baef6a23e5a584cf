import { Text, View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import type { IconName } from '#app/components/icon-names'
import { Pressable } from '#app/components/pressable.tsx'
import { doorsOf } from '#app/components/staff-doors'
import { tabs } from '#app/components/tab-list'
import { go, switchTab } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import { staffPaths } from '#app/platform/staff-paths'
import './side-bar.scss'

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

/** Which of the doors a page stands behind; pages of one case belong to the cases. */
const isBehind = (path: string, current: string) => current === path || (path === staffPaths.work && current === staffPaths.case)

/** The desktop's way around: the five tabs, and for staff everything their roles open. */
export function SideBar({ current }: { current: string }) {
  const doors = doorsOf(usePerson()?.grants ?? [])
  return (
    <View className="side-bar" role="navigation" aria-label="主要页面">
      <View className="side-bar__name">
        <View className="side-bar__mark" aria-hidden />
        <Text>同创</Text>
      </View>
      {tabs.map(tab => (
        <SideEntry key={tab.path} word={tab.word} icon={tab.icon} isCurrent={tab.path === current} onPress={() => switchTab(tab.path)} />
      ))}
      {doors.length > 0 && (
        <View className="side-bar__staff">
          {doors.map(({ path, word, icon }) => (
            <SideEntry key={path} word={word} icon={icon} isCurrent={isBehind(path, current)} onPress={() => go(path)} />
          ))}
        </View>
      )}
    </View>
  )
}
