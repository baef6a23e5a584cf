import { Text, View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import type { IconName } from '#app/components/icon-names'
import { Pressable } from '#app/components/pressable.tsx'
import { ARRIVE_PATH, PROFILE_PATH, SERVICE_PATH } from '#app/features/volunteering/paths'
import { go } from '#app/platform/navigation'
import './volunteer-head.scss'

const doors: readonly { word: string; icon: IconName; onPress: () => void }[] = [
  { word: '我的时长', icon: 'clock', onPress: () => go(SERVICE_PATH) },
  { word: '出示我的码', icon: 'me', onPress: () => go(ARRIVE_PATH, { show: 'code' }) },
  { word: '志愿者资料', icon: 'heart', onPress: () => go(PROFILE_PATH) }
]

/** The three ways a volunteer goes from here, besides signing up. */
export function VolunteerHead() {
  return (
    <View className="volunteer-head">
      {doors.map(({ word, icon, onPress }) => (
        <Pressable key={word} className="volunteer-head__door" onPress={onPress}>
          <View className="volunteer-head__inside">
            <Icon name={icon} size={24} className="volunteer-head__icon" />
            <Text>{word}</Text>
          </View>
        </Pressable>
      ))}
    </View>
  )
}
