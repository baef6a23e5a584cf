import { View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import type { IconName } from '#app/components/icon-names'
import { Pressable } from '#app/components/pressable.tsx'
import { staffPaths } from '#app/platform/staff-paths'
import { go } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import './work-links.scss'

const links: readonly { path: string; word: string; icon: IconName; roles?: readonly string[] }[] = [
  { path: staffPaths.activities, word: '志愿活动', icon: 'volunteer', roles: ['organiser', 'reviewer', 'supervisor', 'admin'] },
  { path: staffPaths.bank, word: '题库', icon: 'quiz', roles: ['editor', 'admin'] },
  { path: staffPaths.contests, word: '知识竞赛', icon: 'flag', roles: ['editor', 'admin'] },
  { path: staffPaths.waves, word: '知晓率', icon: 'people', roles: ['editor', 'supervisor', 'admin'] },
  { path: staffPaths.map, word: '地图', icon: 'map' },
  { path: staffPaths.ranking, word: '排名', icon: 'list', roles: ['supervisor', 'admin'] },
  { path: staffPaths.settings, word: '设置', icon: 'settings', roles: ['admin'] }
]

/** The ways from the workbench to the map, and for some to the ranking and the settings. */
export function WorkLinks() {
  const roles = (usePerson()?.grants ?? []).map(({ role }) => role as string)
  const open = links.filter(link => !link.roles || link.roles.some(role => roles.includes(role)))
  return (
    <View className="work-links">
      {open.map(({ path, word, icon }) => (
        <Pressable key={path} className="work-links__link" onPress={() => go(path)}>
          <Icon name={icon} size={20} />
          <View>{word}</View>
        </Pressable>
      ))}
    </View>
  )
}
