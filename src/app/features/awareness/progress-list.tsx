import { View } from '@tarojs/components'
import { useState } from 'react'
import type { WaveCell } from '#contract/awareness-shapes'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { byCommunity, progressOf, reasonsWords, type Progress } from '#app/features/awareness/progress-rules'
import { percentWords } from '#app/features/awareness/share-rules'
import { responseShare } from '#app/features/awareness/report-words-rules'
import { stratumWords } from '#app/words/awareness'
import './progress-list.scss'

interface Props {
  cells: readonly WaveCell[]
  nameOf: (communityId: string) => string
  /** Before fielding there is only how many will be asked. */
  isFielded: boolean
}

/** The sample by community, each with its strata behind it; how far it is once it is fielded. */
export function ProgressList({ cells, nameOf, isFielded }: Props) {
  const [openId, setOpenId] = useState<string | undefined>(undefined)
  const whole = progressOf(cells)
  return (
    <View className="progress-list">
      <View className="progress-list__whole">
        <View className="progress-list__name">全部</View>
        <Numbers progress={whole} isFielded={isFielded} />
        {isFielded && <Bar progress={whole} label="全部" />}
        {isFielded && (
          <View className="progress-list__line">
            {`应答率 ${percentWords(responseShare(whole))}${whole.reasons.length > 0 ? ` · ${reasonsWords(whole)}` : ''}`}
          </View>
        )}
      </View>
      {byCommunity(cells).map(({ communityId, cells: own, progress }) => {
        const isOpen = openId === communityId
        return (
          <View key={communityId} className="progress-list__one">
            <Pressable className="progress-list__head" isExpanded={isOpen} onPress={() => setOpenId(isOpen ? undefined : communityId)}>
              <View className="progress-list__name">{nameOf(communityId)}</View>
              <Numbers progress={progress} isFielded={isFielded} />
              <Icon name={isOpen ? 'up' : 'down'} size={18} />
            </Pressable>
            {isFielded && <Bar progress={progress} label={nameOf(communityId)} />}
            {isFielded && progress.reasons.length > 0 && <View className="progress-list__line">{reasonsWords(progress)}</View>}
            {isOpen && own.map(cell => <StratumLine key={`${cell.ageBand} ${cell.sex}`} cell={cell} isFielded={isFielded} />)}
          </View>
        )
      })}
    </View>
  )
}

function Numbers({ progress: { population, asked, answered, left }, isFielded }: { progress: Progress; isFielded: boolean }) {
  return (
    <View className="progress-list__numbers">
      {isFielded ? `答 ${answered} / ${asked} · 还剩 ${left}` : `${population} 人 · 抽 ${asked}`}
    </View>
  )
}

function Bar({ progress: { asked, answered, silent, left }, label }: { progress: Progress; label: string }) {
  const share = (count: number) => ({ width: `${asked === 0 ? 0 : (100 * count) / asked}%` })
  return (
    <View className="progress-list__bar" role="img" aria-label={`${label}：已答 ${answered}，没有答 ${silent}，还剩 ${left}`}>
      <View className="progress-list__piece progress-list__piece--answered" style={share(answered)} />
      <View className="progress-list__piece progress-list__piece--silent" style={share(silent)} />
    </View>
  )
}

function StratumLine({ cell, isFielded }: { cell: WaveCell; isFielded: boolean }) {
  const progress = progressOf([cell])
  return (
    <View className="progress-list__stratum">
      <View>{stratumWords(cell)}</View>
      <View className="progress-list__numbers">
        {isFielded
          ? [`答 ${progress.answered} / ${progress.asked}`, reasonsWords(progress), `还剩 ${progress.left}`].filter(Boolean).join(' · ')
          : `${cell.population} 人 · 抽 ${cell.asked}`}
      </View>
    </View>
  )
}
