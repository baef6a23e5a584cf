import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Interviewer, Interviewers } from '#contract/quizzes-fielding'
import { Button } from '#app/components/button.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { InterviewerSearch } from '#app/features/fielding/interviewer-search.tsx'
import { useInterviewers } from '#app/features/fielding/use-interviewers'
import { deployment } from '#app/platform/deployment'
import { copyPageAddress } from '#app/platform/share'
import { toast } from '#app/platform/toast'
import { secondsWords, shareWords, signWords } from '#app/words/fielding'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './interviewers-part.scss'

const INTERVIEW_PATH = '/packages/quiz-desk/interview/index'

interface Props {
  waveId: string
  /** False once fielding is over: who asked is shown, and nobody is named any more. */
  mayName: boolean
}

/** 访问员 of a wave, for the office: who asks, how it goes, and whose interviews are odd. */
export function InterviewersPart({ waveId, mayName }: Props) {
  const { asked, value, named, isSaving, add, remove } = useInterviewers(waveId)
  const [isAdding, setIsAdding] = useState(false)
  const [leaving, setLeaving] = useState<Interviewer | undefined>(undefined)
  return (
    <Section title="访问员" {...(mayName && { action: { word: '加访问员', onPress: () => setIsAdding(true) } })}>
      {value ? (
        <Rows {...value} {...(mayName && { onRemove: setLeaving })} />
      ) : asked.state === 'failed' ? (
        <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />
      ) : (
        <Skeleton shape="rows" count={3} />
      )}
      {mayName && named.length > 0 && deployment.isBrowser && (
        <View className="interviewers-part__foot">
          <Button
            word="复制访问员页面的地址"
            look="quiet"
            icon="link"
            isNarrow
            onPress={() => void copyPageAddress(INTERVIEW_PATH).then(() => toast('已复制，发给访问员'))}
          />
        </View>
      )}
      {isAdding && (
        <InterviewerSearch named={named} isSaving={isSaving} onAdd={personId => void add(personId)} onClose={() => setIsAdding(false)} />
      )}
      <ConfirmDialog
        isOpen={leaving !== undefined}
        title={leaving ? `把${leaving.displayName}移出访问员？` : ''}
        sentence="他手里没访问的户会马上交回；已经访问的都算数。"
        confirmWord="移出"
        isDanger
        isLoading={isSaving}
        onConfirm={() => leaving && void remove(leaving.personId).then(() => setLeaving(undefined))}
        onClose={() => setLeaving(undefined)}
      />
    </Section>
  )
}

const measures = ({ medianSeconds, unknownShare }: Pick<Interviewer, 'medianSeconds' | 'unknownShare'>) => [
  ...(medianSeconds === undefined ? [] : [`每户用时中位 ${secondsWords(medianSeconds)}`]),
  ...(unknownShare === undefined ? [] : [`“不知道”占 ${shareWords(unknownShare)}`])
]

function Rows({ interviewers, overall, onRemove }: Interviewers & { onRemove?: (one: Interviewer) => void }) {
  if (interviewers.length === 0)
    return <View className="interviewers-part__none">还没有访问员。加上以后，他们能带着题入户或打电话，没有网络也能用。</View>
  return (
    <View>
      {overall.interviewCount > 0 && (
        <View className="interviewers-part__overall">{[`一共访问 ${overall.interviewCount} 户`, ...measures(overall)].join(' · ')}</View>
      )}
      <ListGroup>
        {interviewers.map(one => (
          <ListRow
            key={one.personId}
            title={one.isNamed ? one.displayName : `${one.displayName}（已移出）`}
            line={[`完成 ${one.interviewCount} 户`, `手里 ${one.heldCount}`, `没访成 ${one.attemptCount} 次`, ...measures(one)].join(' · ')}
            end={
              <View className="interviewers-part__end">
                {one.signs.map(sign => (
                  <StateChip key={sign} tone="wait" icon="eye" word={signWords[sign].word} />
                ))}
              </View>
            }
            {...(onRemove && one.isNamed && { onPress: () => onRemove(one) })}
          />
        ))}
      </ListGroup>
      {interviewers.some(one => one.signs.length > 0) && (
        <View className="interviewers-part__overall">
          {`${Object.values(signWords)
            .map(({ word, line }) => `${word}：${line}`)
            .join('；')}。只是提醒去问一问，不说明有错。`}
        </View>
      )}
    </View>
  )
}
