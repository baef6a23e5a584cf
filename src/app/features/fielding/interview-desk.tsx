import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Interview, InterviewWave } from '#contract/quizzes-fielding'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { InterviewList } from '#app/features/fielding/interview-list.tsx'
import { nextUnit, unitsInOrder } from '#app/features/fielding/interview-rules'
import { InterviewScreen } from '#app/features/fielding/interview-screen.tsx'
import { TakeSheet } from '#app/features/fielding/take-sheet.tsx'
import { useInterviews } from '#app/features/fielding/use-interviews'
import { useIsOnline } from '#app/platform/network'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

interface Props {
  personId: string
  /** The unit the address names, to go on with after a reload. */
  firstId: string | undefined
  onShow: (sampleId: string | undefined) => void
}

const TITLE = '访问员'

/** The interviewer's whole work: the list, one household after another, and what waits for the network. */
export function InterviewDesk({ personId, firstId, onShow }: Props) {
  const interviews = useInterviews(personId)
  const { kept, entries, isThere, error, again } = interviews
  const [openId, setOpenId] = useState(firstId)
  const [done, setDone] = useState<Interview | undefined>(undefined)
  const [taking, setTaking] = useState<InterviewWave | undefined>(undefined)
  useEffect(() => onShow(openId), [openId, onShow])
  const units = kept.waves.flatMap(wave => unitsInOrder(wave, kept.drafts, entries))
  const open = units.find(({ unit, standing }) => unit.sampleId === openId && standing !== 'waits')?.unit
  const show = (sampleId: string | undefined) => {
    setDone(undefined)
    setOpenId(sampleId)
  }
  if (done) return <Recorded next={nextUnit(units, done)} onNext={show} />
  if (open)
    return (
      <InterviewScreen
        key={open.sampleId}
        {...{ interviews }}
        unit={open}
        onRecorded={() => setDone(open)}
        onLeave={() => show(undefined)}
      />
    )
  const next = units.find(({ standing }) => standing === 'begun' || standing === 'new')?.unit
  const free = kept.waves.find(({ communities }) => communities.some(({ freeCount }) => freeCount > 0))
  const footer = next ? (
    <Button word={`去 ${next.number} 号`} onPress={() => show(next.sampleId)} />
  ) : (
    free && <Button word="领取要访问的户" onPress={() => setTaking(free)} />
  )
  return (
    <Screen title={TITLE} footer={footer}>
      {isThere ? (
        <InterviewList interviews={interviews} onOpen={show} onTake={setTaking} />
      ) : error === undefined ? (
        <Skeleton shape="rows" count={5} />
      ) : (
        <ErrorState sentence={wordsForReading(error)} action={wayOn(error, again)} />
      )}
      {taking && (
        <TakeSheet
          key={taking.waveId}
          personId={personId}
          wave={taking}
          onClose={() => setTaking(undefined)}
          onTaken={() => {
            setTaking(undefined)
            void again()
          }}
        />
      )}
    </Screen>
  )
}

/** Between two doors. Nothing on it tells of right or wrong. */
function Recorded({ next, onNext }: { next: Interview | undefined; onNext: (sampleId: string | undefined) => void }) {
  const isOnline = useIsOnline()
  return (
    <Screen
      title={TITLE}
      footer={
        next ? (
          <Button word={`下一户：${next.number} 号`} onPress={() => onNext(next.sampleId)} />
        ) : (
          <Button word="回到清单" onPress={() => onNext(undefined)} />
        )
      }
    >
      <EmptyState
        scene="garden"
        sentence="记下了，向他道声谢"
        line={isOnline ? '回答正在送出。' : '没有网络，先存在手机里，连上后自己送出，一题也不会丢。'}
      />
      {next && (
        <View className="interview-door__give">
          <Button word="回到清单" look="quiet" icon="list" onPress={() => onNext(undefined)} />
        </View>
      )}
    </Screen>
  )
}
