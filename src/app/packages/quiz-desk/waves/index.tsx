import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { surveysCity } from '#app/features/awareness/awareness-role-rules'
import { WaveCard } from '#app/features/awareness/wave-card.tsx'
import { staffPaths } from '#app/platform/staff-paths'
import { NotOffice } from '#app/packages/quiz-desk/waves/not-office.tsx'
import { WavePlanForm } from '#app/packages/quiz-desk/waves/wave-plan-form.tsx'
import { call } from '#app/platform/call-operation'
import { Refused } from '#app/platform/refused'
import { go, useParams, useReachEnd } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import { usePages } from '#app/platform/use-pages'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

/** 知晓率调查: all surveys, newest first; with `new`, the plan of the next one. */
export default function WavesPage() {
  const isPlanning = useParams().new !== undefined
  if (!surveysCity(usePerson()?.grants ?? [])) return <NotOffice />
  return isPlanning ? <WavePlanForm /> : <Waves />
}

const create = () => go(staffPaths.waves, { new: 'yes' })

function Waves() {
  const list = usePages(
    'waves',
    async cursor => {
      const { waves, nextCursor } = await call.quizzes.listWaves(cursor ? { cursor } : {})
      return { rows: waves, nextCursor }
    },
    wave => wave.waveId
  )
  useReachEnd(() => void list.more())
  if (list.error instanceof Refused && list.error.code === 'not-found') return <NotOffice />
  const isEmpty = list.state === 'there' && list.rows.length === 0
  return (
    <Screen title="知晓率调查" footer={isEmpty ? undefined : <Button word="新调查" icon="plus" onPress={create} />}>
      {list.state === 'waiting' && <Skeleton shape="rows" count={3} />}
      {list.state === 'failed' && list.rows.length === 0 && (
        <ErrorState sentence={wordsForReading(list.error)} action={wayOn(list.error, list.again)} />
      )}
      {isEmpty && (
        <EmptyState
          scene="lantern"
          sentence="还没有调查。"
          line="抽样去问，答案才算数：练习里的正确率不能当知晓率。"
          action={{ word: '计划第一次调查', onPress: create }}
        />
      )}
      <View>
        {list.rows.map(wave => (
          <WaveCard key={wave.waveId} wave={wave} onPress={() => go(staffPaths.wave, { wave: wave.waveId })} />
        ))}
      </View>
      {list.hasMore && <Button word="再看一些" look="quiet" isLoading={list.isLoadingMore} onPress={() => void list.more()} />}
    </Screen>
  )
}
