import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Flag } from '#contract/volunteering-shapes'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { groupsOf, peopleOf, type FlagGroup } from '#app/features/organising/flag-group-rules'
import { NoteSheet } from '#app/features/organising/note-sheet.tsx'
import { call } from '#app/platform/call-operation'
import { Refused } from '#app/platform/refused'
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

/** One after the other, with the same words; what somebody decided meanwhile, or an earlier try did, is left as it is. */
async function decideAll(flags: readonly Flag[], decision: Decision, note: string): Promise<void> {
  for (const { flagId } of flags) {
    try {
      await call.volunteering.decideFlag({ flagId, decision, note })
    } catch (fault) {
      if (flags.length === 1 || !(fault instanceof Refused) || fault.code !== 'already-done') throw fault
    }
  }
}

/** What the machine noticed, in words, and the two answers to it; one cause is one card. */
export function FlagList({ flags, onDone }: Props) {
  const [asked, setAsked] = useState<{ flags: readonly Flag[]; decision: Decision } | undefined>(undefined)
  if (flags.length === 0) return <EmptyState scene="garden" sentence="没有疑点。" />
  const close = () => setAsked(undefined)
  const count = asked?.flags.length ?? 0
  return (
    <View className="flag-list">
      {groupsOf(flags).map(group => (
        <GroupCard key={group.groupId} group={group} onAsk={(chosen, decision) => setAsked({ flags: chosen, decision })} />
      ))}
      {asked && (
        <NoteSheet
          {...decisionWords[asked.decision]}
          title={count > 1 ? `${count} 条都${decisionWords[asked.decision].title}` : decisionWords[asked.decision].title}
          label="看了什么、问了谁"
          word={decisionWords[asked.decision].title}
          isDanger={asked.decision === 'upheld'}
          onSend={note => decideAll(asked.flags, asked.decision, note)}
          onDone={() => {
            close()
            onDone()
          }}
          onClose={() => {
            close()
            // A try that was refused half-way has decided some of them.
            if (count > 1) onDone()
          }}
        />
      )}
    </View>
  )
}

type Ask = (flags: readonly Flag[], decision: Decision) => void

function Acts({ flags, onAsk }: { flags: readonly Flag[]; onAsk: Ask }) {
  const all = flags.length > 1 ? '都' : ''
  return (
    <>
      <Button word={`${all}没有问题`} look="quiet" isNarrow onPress={() => onAsk(flags, 'cleared')} />
      <Button word={`${all}确有问题`} look="danger" isNarrow onPress={() => onAsk(flags, 'upheld')} />
    </>
  )
}

/** Several flags of one cause, decided together or looked at one by one. */
function GroupCard({ group, onAsk }: { group: FlagGroup; onAsk: Ask }) {
  const [isOpen, setIsOpen] = useState(false)
  const { flags } = group
  const [first] = flags
  if (!first) return null
  if (flags.length === 1) return <FlagCard flag={first} onAsk={onAsk} />
  const { word, line } = flagWords[first.kind]
  const where = [first.activityTitle, first.organisationName].filter(Boolean).join(' · ')
  return (
    <Card>
      <View className="flag-list__head">
        <View className="flag-list__word">{word}</View>
        <StateChip tone="wait" word={`${flags.length} 条`} />
      </View>
      <View className="flag-list__facts">{peopleOf(group)}</View>
      <View className="flag-list__line">{where}</View>
      <View className="flag-list__line">{line}</View>
      <View className="flag-list__acts">
        <Acts flags={flags} onAsk={onAsk} />
        <Button word={isOpen ? '收起' : '逐条看'} look="quiet" isNarrow onPress={() => setIsOpen(!isOpen)} />
      </View>
      {isOpen && flags.map(flag => <FlagLine key={flag.flagId} flag={flag} onAsk={onAsk} />)}
    </Card>
  )
}

/** One of a group: whom it is about and what was seen. */
function FlagLine({ flag, onAsk }: { flag: Flag; onAsk: Ask }) {
  const now = useNow()
  return (
    <View className="flag-list__one">
      <View className="flag-list__facts">{[flag.maskedName, factsSentence(flag.facts)].filter(Boolean).join('，')}</View>
      <View className="flag-list__line">{momentWords(flag.at, now)}</View>
      <View className="flag-list__acts">
        <Acts flags={[flag]} onAsk={onAsk} />
      </View>
    </View>
  )
}

function FlagCard({ flag, onAsk }: { flag: Flag; onAsk: Ask }) {
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
          <Acts flags={[flag]} onAsk={onAsk} />
        </View>
      )}
    </Card>
  )
}
