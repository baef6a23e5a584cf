import { Text, View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import type { IconName } from '#app/components/icon-names'
import { usePolite } from '#app/platform/use-polite'
import './icon-line.scss'

/** One thing to know before saying yes, with its icon. */
export function IconLine({ icon, children }: { icon: IconName; children: string }) {
  return (
    <View className="icon-line">
      <Icon name={icon} size={20} className="icon-line__icon" />
      <Text className="icon-line__words">{usePolite()(children)}</Text>
    </View>
  )
}
