import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PhotoGrid } from '#app/components/photo-grid.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { NoteSheet } from '#app/features/organising/note-sheet.tsx'
import { useAct } from '#app/features/organising/use-act'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'
import { useNow } from '#app/platform/use-now'
import { wordsForReading } from '#app/words/refusals'
import { agoWords, durationWords } from '#app/words/time-words'
import { wayOn } from '#app/words/way-on'
import './proposal-list.scss'

const readProposals = async () => (await call.volunteering.listProposedHours({})).proposals
type Proposal = Awaited<ReturnType<typeof readProposals>>[number]

/** Typed-in hours that wait for a second person, each with its reason and photos. */
export function ProposalList() {
  const asked = useAsked(readProposals, [])
  if (!asked.value) {
    if (asked.state === 'waiting') return <Skeleton shape="card" count={2} />
    return <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />
  }
  if (asked.value.length === 0) return <EmptyState scene="garden" sentence="没有要批的补录。" line="能签到签退就不用补录，这样最好。" />
  return (
    <View className="proposal-list">
      {asked.value.map(proposal => (
        <ProposalCard key={proposal.entryId} proposal={proposal} onDone={() => void asked.again()} />
      ))}
    </View>
  )
}

function ProposalCard({ proposal, onDone }: { proposal: Proposal; onDone: () => void }) {
  const { entryId, maskedName, activityTitle, on, minutes, reason, enteredBy, enteredAt, canApprove, photos } = proposal
  const [isDeclining, setIsDeclining] = useState(false)
  const now = useNow()
  const { isActing, fault, act } = useAct()
  const approve = async () => {
    if (await act(() => call.volunteering.approveHours({ entryId, decision: 'approve' }), '批了，进入公示')) onDone()
  }
  return (
    <Card>
      <View className="proposal-list__title">{`${maskedName} · ${durationWords(minutes)}`}</View>
      <View className="proposal-list__line">{`${activityTitle} · ${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`}</View>
      <View className="proposal-list__reason">{reason}</View>
      {photos.length > 0 && <PhotoGrid photos={photos} label={`${maskedName}的现场照片`} />}
      <View className="proposal-list__line">{`${enteredBy} ${agoWords(enteredAt, now)}录入`}</View>
      <ActFault fault={fault} />
      {canApprove ? (
        <View className="proposal-list__acts">
          <Button word="批准" isNarrow isLoading={isActing} onPress={() => void approve()} />
          <Button word="不批" look="quiet" isNarrow isDisabled={isActing} onPress={() => setIsDeclining(true)} />
        </View>
      ) : (
        <Notice tone="info" icon="people">
          要由另一种身份的同事来批。
        </Notice>
      )}
      {isDeclining && (
        <NoteSheet
          title="不批这一笔"
          sentence="录入的人会看到原因，时长不算。"
          label="为什么"
          word="不批"
          done="没有批"
          onSend={note => call.volunteering.approveHours({ entryId, decision: 'decline', note })}
          onDone={() => {
            setIsDeclining(false)
            onDone()
          }}
          onClose={() => setIsDeclining(false)}
        />
      )}
    </Card>
  )
}
