import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Section } from '#app/components/section.tsx'
import { appealDecisionWords, appealRateWords } from '#app/features/organising/appeal-words-rules'
import { NoteSheet } from '#app/features/organising/note-sheet.tsx'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'
import { useNow } from '#app/platform/use-now'
import { wordsForReading } from '#app/words/refusals'
import { agoWords } from '#app/words/time-words'
import { wayOn } from '#app/words/way-on'
import './proposal-list.scss'

const readAppeals = async () => (await call.volunteering.listAppeals({})).appeals
type Appeal = Awaited<ReturnType<typeof readAppeals>>[number]

/** Cool-downs somebody appealed, each with its reason and rate; nothing while nobody did. */
export function AppealList() {
  const asked = useAsked(readAppeals, [])
  const appeals = asked.value
  if (!appeals && asked.state === 'waiting') return null
  if (appeals?.length === 0) return null
  return (
    <Section title="缓报申诉">
      {appeals ? (
        <View className="proposal-list">
          {appeals.map(appeal => (
            <AppealCard key={appeal.personId} appeal={appeal} onDone={() => void asked.again()} />
          ))}
        </View>
      ) : (
        <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />
      )}
    </Section>
  )
}

function AppealCard({ appeal, onDone }: { appeal: Appeal; onDone: () => void }) {
  const { personId, maskedName, reason, appealedAt } = appeal
  const [decision, setDecision] = useState<'lift' | 'keep' | undefined>(undefined)
  const now = useNow()
  return (
    <Card>
      <View className="proposal-list__title">{maskedName}</View>
      <View className="proposal-list__line">{appealRateWords(appeal, now)}</View>
      <View className="proposal-list__reason">{reason}</View>
      <View className="proposal-list__line">{`${agoWords(appealedAt, now)}提交`}</View>
      <View className="proposal-list__acts">
        <Button word="解除" isNarrow onPress={() => setDecision('lift')} />
        <Button word="维持" look="quiet" isNarrow onPress={() => setDecision('keep')} />
      </View>
      {decision && (
        <NoteSheet
          {...appealDecisionWords(decision, appeal, now)}
          label="回复（对方会看到，可以不写）"
          isOptional
          onSend={note => call.volunteering.decideCoolDown({ personId, isLifted: decision === 'lift', ...(note && { note }) })}
          onDone={() => {
            setDecision(undefined)
            onDone()
          }}
          onClose={() => setDecision(undefined)}
        />
      )}
    </Card>
  )
}
