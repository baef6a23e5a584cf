import { View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import type { IconName } from '#app/components/icon-names'
import { Pressable } from '#app/components/pressable.tsx'
import { volunteeringRoles, type VolunteeringRoles } from '#app/features/organising/organising-role-rules'
import { staffPaths } from '#app/platform/staff-paths'
import { go } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import './volunteering-links.scss'

const links: readonly { path: string; word: string; icon: IconName; may: keyof VolunteeringRoles }[] = [
  { path: staffPaths.hours, word: '补录和申诉', icon: 'inbox', may: 'isStaff' },
  { path: staffPaths.organisations, word: '组织和队伍', icon: 'building', may: 'isStaff' },
  { path: staffPaths.integrity, word: '诚信看板', icon: 'shield', may: 'isOffice' }
]

/** The ways from the activities to what waits for a second person, and for the city office to the integrity board. */
export function VolunteeringLinks() {
  const roles = volunteeringRoles(usePerson()?.grants ?? [])
  return (
    <View className="volunteering-links">
      {links
        .filter(({ may }) => roles[may])
        .map(({ path, word, icon }) => (
          <Pressable key={path} className="volunteering-links__link" onPress={() => go(path)}>
            <Icon name={icon} size={20} />
            <View>{word}</View>
          </Pressable>
        ))}
    </View>
  )
}
