import { Text, View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { usePolite } from '#app/platform/use-polite'
import './place-head.scss'

interface Props {
  greeting: string
  place?: { communityName: string; gridName?: string }
  onPress: () => void
}

/** Greeting and neighbourhood over a street drawn in the city's colours. */
export function PlaceHead({ greeting, place, onPress }: Props) {
  const polite = usePolite()
  return (
    <View className="place-head">
      <View className="place-head__greeting" role="heading" aria-level={1}>
        {greeting}
      </View>
      <Pressable
        className="place-head__place"
        onPress={onPress}
        label={place ? `现在看的是${place.communityName}${place.gridName ?? ''}，换一个` : polite('选你的社区')}
      >
        <Icon name="pin" size={18} />
        <Text className="place-head__name">
          {place ? [place.communityName, place.gridName].filter(Boolean).join(' · ') : polite('选你的社区')}
        </Text>
        <Icon name="down" size={16} />
      </Pressable>
      <View className="place-head__scene" aria-hidden />
    </View>
  )
}
