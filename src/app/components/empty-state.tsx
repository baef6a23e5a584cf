import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { usePolite } from '#app/platform/use-polite'
import './empty-state.scss'

/** One drawing each in `assets/scenes`. */
export type Scene = 'street' | 'bench' | 'letters' | 'lantern' | 'bridge' | 'garden'

interface Props {
  scene: Scene
  sentence: string
  /** A softer second sentence. */
  line?: string
  action?: { word: string; onPress: () => void; isQuiet?: boolean }
}

/** Nothing here yet: a drawing, why, and what to do next. */
export function EmptyState({ scene, sentence, line, action }: Props) {
  const polite = usePolite()
  return (
    <View className="empty-state">
      <View className={`empty-state__scene empty-state__scene--${scene}`} aria-hidden />
      <View className="empty-state__sentence">{polite(sentence)}</View>
      {line && <View className="empty-state__line">{polite(line)}</View>}
      {action && (
        <View className="empty-state__action">
          <Button word={action.word} onPress={action.onPress} look={action.isQuiet ? 'quiet' : 'primary'} isNarrow />
        </View>
      )}
    </View>
  )
}
