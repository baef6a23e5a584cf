import { Text, View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import type { Scene } from '#app/components/empty-state.tsx'
import { Icon } from '#app/components/icon.tsx'
import type { IconName } from '#app/components/icon-names'
import { usePolite } from '#app/platform/use-polite'
import './empty-state.scss'
import './coming.scss'

interface Props {
  scene: Scene
  title: string
  sentence: string
  parts: readonly { icon: IconName; word: string; line: string }[]
  /** When to expect it, honestly. */
  when: string
  action: { word: string; onPress: () => void }
}

/** A part of the product that is not built yet: what it will be, and when. Nothing on it pretends to work. */
export function Coming({ scene, title, sentence, parts, when, action }: Props) {
  const polite = usePolite()
  return (
    <View className="coming">
      <View className={`empty-state__scene empty-state__scene--${scene} coming__scene`} aria-hidden />
      <View className="coming__title" role="heading" aria-level={2}>
        {title}
      </View>
      <View className="coming__sentence">{polite(sentence)}</View>
      <Card className="coming__parts">
        {parts.map(({ icon, word, line }) => (
          <View key={word} className="coming__part">
            <Icon name={icon} size={24} className="coming__icon" />
            <View className="coming__words">
              <View className="coming__word">{word}</View>
              <Text className="coming__line">{polite(line)}</Text>
            </View>
          </View>
        ))}
      </Card>
      <View className="coming__when">{when}</View>
      <Button word={action.word} look="quiet" isNarrow onPress={action.onPress} />
    </View>
  )
}
