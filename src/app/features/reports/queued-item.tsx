import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { Picture } from '#app/components/picture.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { usePhotoPaths } from '#app/features/reports/draft-photos'
import { dropQueued, takeBack } from '#app/features/reports/queue-report'
import { actsFor, type QueuedAct, type QueuedEntry, type QueuedStanding } from '#app/features/reports/queued-report-rules'
import { isStarted } from '#app/features/reports/report-draft-rules'
import { reportDraft } from '#app/features/reports/report-draft-store'
import { switchTab } from '#app/platform/navigation'
import { outbox } from '#app/platform/outbox'
import { requireSignIn } from '#app/platform/session'
import { queuedActWords, queuedRefusalWords, queuedSentence, queuedStandingWords } from '#app/words/report-queue'
import { agoWords } from '#app/words/time-words'
import './queued-item.scss'

interface Props {
  entry: QueuedEntry
  standing: QueuedStanding
  now: Date
  onConsent: () => void
}

type Question = 'remove' | 'edit' | undefined

/** A report that is still on this phone: why, and what can be done. */
export function QueuedItem({ entry, standing, now, onConsent }: Props) {
  const [question, setQuestion] = useState<Question>(undefined)
  const { draft, placeWords } = entry.payload
  const cover = draft.photos[0]
  const paths = usePhotoPaths(draft.photos.slice(0, 1))
  const words = queuedStandingWords[standing]
  const edit = async () => {
    await takeBack(entry)
    switchTab('/pages/report/index')
  }
  const acts: Record<QueuedAct, () => void> = {
    send: () => outbox.retry(entry.id),
    // A half-written one in the form would be lost without a word.
    edit: () => (isStarted(reportDraft.get()) ? setQuestion('edit') : void edit()),
    'sign-in': () => void requireSignIn().then(person => person && outbox.retry(entry.id)),
    consent: onConsent,
    remove: () => setQuestion('remove')
  }
  return (
    <Card className="queued-item">
      <View className="queued-item__inside">
        <Picture address={cover && paths[cover.key]} label="" className="queued-item__photo" />
        <View className="queued-item__words">
          <View className="queued-item__head">
            <Text className="queued-item__name">{draft.category?.name || '一件上报'}</Text>
            <StateChip tone={words.tone} word={words.word} icon={words.icon} />
          </View>
          <View className="queued-item__line">{`${placeWords ? `${placeWords} · ` : ''}${agoWords(entry.createdAt, now)}写的`}</View>
        </View>
      </View>
      <View className={`queued-item__why${standing === 'refused' ? ' queued-item__why--refused' : ''}`} role="status">
        {entry.refusal ? queuedRefusalWords(entry.refusal) : queuedSentence(standing, entry.notBefore, now)}
      </View>
      {standing !== 'sending' && (
        <View className="queued-item__acts">
          {actsFor(standing, entry.refusal?.code).map(act => (
            <Button key={act} word={queuedActWords[act]} look={act === 'remove' ? 'danger' : 'quiet'} isNarrow onPress={acts[act]} />
          ))}
        </View>
      )}
      <ConfirmDialog
        isOpen={question !== undefined}
        title={question === 'edit' ? '先放下正在写的那条？' : '删掉这一条？'}
        sentence={question === 'edit' ? '随手拍里有一条没写完的，改这一条会把它清掉。' : '它还没有发出去，删了照片和文字就没有了。'}
        confirmWord={question === 'edit' ? '清掉，改这一条' : '删除'}
        isDanger
        onConfirm={() => void (question === 'edit' ? edit() : dropQueued(entry))}
        onClose={() => setQuestion(undefined)}
      />
    </Card>
  )
}
