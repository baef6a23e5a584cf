import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Flag } from '#contract/volunteering-shapes'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { NoteSheet } from '#app/features/organising/note-sheet.tsx'
import { call } from '#app/platform/call-operation'
import { useNow } from '#app/platform/use-now'
import { factsSentence, flagWords } from '#app/words/organising'
import { momentWords } from '#app/words/time-words'
import './flag-list.scss'

type Decision = 'cleared' | 'upheld'

const decisionWords = {
  cleared: { title: '没有问题', sentence: '冻结的时长接着走公示，疑点和你的说明都留着备查。', done: '放行了' },
  upheld: { title: '确有问题', sentence: '它冻结的时长会被冲销，积分一起退回；本人能看到原因。', done: '记下了，冻结的时长已冲销' }
} as const

interface Props {
  flags: readonly Flag[]
  onDone: () => void
}

/** What the machine noticed, in words, and the two answers to it. */
export function FlagList({ flags, onDone }: Props) {
  const [asked, setAsked] = useState<{ flag: Flag; decision: Decision } | undefined>(undefined)
  if (flags.length === 0) return <EmptyState scene="garden" sentence="没有疑点。" />
  const close = () => setAsked(undefined)
  return (
    <View className="flag-list">
      {flags.map(flag => (
        <FlagCard key={flag.flagId} flag={flag} onAsk={decision => setAsked({ flag, decision })} />
      ))}
      {asked && (
        <NoteSheet
          {...decisionWords[asked.decision]}
          label="看了什么、问了谁"
          word={decisionWords[asked.decision].title}
          isDanger={asked.decision === 'upheld'}
          onSend={note => call.volunteering.decideFlag({ flagId: asked.flag.flagId, decision: asked.decision, note })}
          onDone={() => {
            close()
            onDone()
          }}
          onClose={close}
        />
      )}
    </View>
  )
}

function FlagCard({ flag, onAsk }: { flag: Flag; onAsk: (decision: Decision) => void }) {
  const now = useNow()
  const { word, line } = flagWords[flag.kind]
  const facts = factsSentence(flag.facts)
  const where = [flag.maskedName, flag.activityTitle, flag.organisationName].filter(Boolean).join(' · ')
  return (
    <Card>
      <View className="flag-list__head">
        <View className="flag-list__word">{word}</View>
        {flag.decision && <StateChip tone={flag.decision === 'cleared' ? 'good' : 'bad'} word={decisionWords[flag.decision].title} />}
      </View>
      {facts && <View className="flag-list__facts">{facts}</View>}
      <View className="flag-list__line">{`${where} · ${momentWords(flag.at, now)}`}</View>
      {flag.note && <View className="flag-list__line">{`处理：${flag.note}`}</View>}
      {!flag.decision && <View className="flag-list__line">{line}</View>}
      {!flag.decision && (
        <View className="flag-list__acts">
          <Button word="没有问题" look="quiet" isNarrow onPress={() => onAsk('cleared')} />
          <Button word="确有问题" look="danger" isNarrow onPress={() => onAsk('upheld')} />
        </View>
      )}
    </Card>
  )
}
