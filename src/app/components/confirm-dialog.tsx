import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { usePolite } from '#app/platform/use-polite'
import { OverlaySurface } from './overlay-surface'
import './overlay.scss'
import './confirm-dialog.scss'

interface Props {
  isOpen: boolean
  title: string
  /** What follows from a yes. */
  sentence?: string
  confirmWord: string
  cancelWord?: string
  isDanger?: boolean
  isLoading?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asks once more before something that cannot be taken back. */
export function ConfirmDialog(props: Props) {
  const { isOpen, title, sentence, confirmWord, cancelWord = '先不了', isDanger, isLoading, onConfirm, onClose } = props
  const polite = usePolite()
  return (
    <OverlaySurface isOpen={isOpen} onClose={onClose} label={polite(title)} place="centre">
      <View className="confirm-dialog__title" role="heading" aria-level={2}>
        {polite(title)}
      </View>
      {sentence && <View className="confirm-dialog__sentence">{polite(sentence)}</View>}
      <View className="confirm-dialog__actions">
        <Button word={confirmWord} onPress={onConfirm} look={isDanger ? 'danger' : 'primary'} isLoading={isLoading} />
        <Button word={cancelWord} onPress={onClose} look="quiet" />
      </View>
    </OverlaySurface>
  )
}
