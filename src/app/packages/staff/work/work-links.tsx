import { View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { doorsOf } from '#app/components/staff-doors'
import { staffPaths } from '#app/platform/staff-paths'
import { go } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import './work-links.scss'

/** The ways from the workbench on a phone; a desktop has them in its rail. */
export function WorkLinks() {
  const doors = doorsOf(usePerson()?.grants ?? []).filter(({ path }) => path !== staffPaths.work)
  return (
    <View className="work-links">
      {doors.map(({ path, word, icon }) => (
        <Pressable key={path} className="work-links__link" onPress={() => go(path)}>
          <Icon name={icon} size={20} />
          <View>{word}</View>
        </Pressable>
      ))}
    </View>
  )
}
