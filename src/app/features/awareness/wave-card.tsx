import { View } from '@tarojs/components'
import type { Wave } from '#contract/awareness-shapes'
import { Pressable } from '#app/components/pressable.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { percentWords } from '#app/features/awareness/share-rules'
import { channelWords, periodWords, waveStateWords } from '#app/words/awareness'
import './wave-card.scss'

/** One survey in a list. */
export function WaveCard({ wave, onPress }: { wave: Wave; onPress: () => void }) {
  const { word, tone, icon } = waveStateWords[wave.state]
  const progress = wave.sampleSize === 0 ? undefined : `答 ${wave.answeredCount} / ${wave.sampleSize}`
  return (
    <Pressable className="wave-card" onPress={onPress}>
      <View className="wave-card__head">
        <View className="wave-card__title">{wave.title}</View>
        <StateChip word={word} tone={tone} icon={icon} />
      </View>
      <View className="wave-card__line">
        {[channelWords[wave.channel], periodWords(wave), `目标 ${percentWords(wave.target)}`, progress].filter(Boolean).join(' · ')}
      </View>
    </Pressable>
  )
}
