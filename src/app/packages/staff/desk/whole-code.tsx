import { View } from '@tarojs/components'
import type { PresencePhase } from '#contract/volunteering-states'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { DeskCode } from '#app/features/organising/desk-code.tsx'
import type { DeskKit } from '#app/features/organising/desk-kit-rules'
import './index.scss'

interface Props {
  kit: DeskKit
  phase: PresencePhase
  onClose: () => void
}

/** Nothing but the code, as large as the screen: for a line of people. */
export function WholeCode({ kit, phase, onClose }: Props) {
  return (
    <View className="whole-code" role="dialog" aria-label="大码">
      <DeskCode kit={kit} phase={phase} isWhole />
      <Pressable className="whole-code__close" onPress={onClose} label="缩小">
        <Icon name="close" size={28} />
      </Pressable>
    </View>
  )
}
