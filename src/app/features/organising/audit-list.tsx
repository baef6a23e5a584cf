import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { NoteSheet } from '#app/features/organising/note-sheet.tsx'
import { call } from '#app/platform/call-operation'
import { durationWords } from '#app/words/time-words'
import './flag-list.scss'

interface Audit {
  entryId: string
  activityTitle: string
  maskedName: string
  on: string
  minutes: number
  enteredBy: string
  approvedBy: string
  outcome?: 'right' | 'wrong'
}

type Outcome = NonNullable<Audit['outcome']>

const outcomeWords = {
  right: { title: '查过，属实', sentence: '这一笔照旧。', done: '记下了' },
  wrong: { title: '查过，不实', sentence: '这一笔会被冲销，积分一起退回。', done: '记下了，已冲销' }
} as const

/** Typed-in entries the machine drew at random, each to be looked at by somebody who neither typed nor approved it. */
export function AuditList({ audits, onDone }: { audits: readonly Audit[]; onDone: () => void }) {
  const [asked, setAsked] = useState<{ entryId: string; outcome: Outcome } | undefined>(undefined)
  if (audits.length === 0) return <EmptyState scene="bench" sentence="还没有抽到要查的补录。" line="补录批准后，每十笔随机抽一笔。" />
  const close = () => setAsked(undefined)
  return (
    <View className="flag-list">
      {audits.map(audit => (
        <Card key={audit.entryId}>
          <View className="flag-list__head">
            <View className="flag-list__word">{`${audit.maskedName} · ${durationWords(audit.minutes)}`}</View>
            {audit.outcome && <StateChip tone={audit.outcome === 'right' ? 'good' : 'bad'} word={outcomeWords[audit.outcome].title} />}
          </View>
          <View className="flag-list__line">{`${audit.activityTitle} · ${Number(audit.on.slice(5, 7))}月${Number(audit.on.slice(8))}日`}</View>
          <View className="flag-list__line">{`${audit.enteredBy}录入，${audit.approvedBy}批准`}</View>
          {!audit.outcome && (
            <View className="flag-list__acts">
              <Button word="属实" look="quiet" isNarrow onPress={() => setAsked({ entryId: audit.entryId, outcome: 'right' })} />
              <Button word="不实" look="danger" isNarrow onPress={() => setAsked({ entryId: audit.entryId, outcome: 'wrong' })} />
            </View>
          )}
        </Card>
      ))}
      {asked && (
        <NoteSheet
          {...outcomeWords[asked.outcome]}
          label="怎么查的"
          placeholder="如：打电话问了本人和领队"
          word={outcomeWords[asked.outcome].title}
          isDanger={asked.outcome === 'wrong'}
          onSend={note => call.volunteering.decideAudit({ ...asked, note })}
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
