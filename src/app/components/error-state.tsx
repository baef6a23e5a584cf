import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { Icon } from '#app/components/icon.tsx'
import type { IconName } from '#app/components/icon-names'
import { usePolite } from '#app/platform/use-polite'
import './error-state.scss'

interface Props {
  /** What happened, as `wordsForError` says it. */
  sentence: string
  /** What was kept, where something could have been lost. */
  kept?: string
  action?: { word: string; icon?: IconName; onPress: () => void }
}

/** What happened, what was kept, and one way on. */
export function ErrorState({ sentence, kept, action }: Props) {
  const polite = usePolite()
  return (
    <View className="error-state" role="alert">
      {/* Nothing is wrong where somebody only has to sign in. */}
      <Icon name={action?.icon === 'me' ? 'lock' : 'alert'} size={28} className="error-state__icon" />
      <View className="error-state__sentence">{polite(sentence)}</View>
      {kept && <View className="error-state__kept">{polite(kept)}</View>}
      {action && (
        <View className="error-state__action">
          <Button word={action.word} onPress={action.onPress} look="quiet" icon={action.icon ?? 'refresh'} isNarrow />
        </View>
      )}
    </View>
  )
}
