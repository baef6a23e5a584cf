import { View } from '@tarojs/components'
import { useState } from 'react'
import type { SampleLine, Wave, WaveCell } from '#contract/awareness-shapes'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Section } from '#app/components/section.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { ChoiceField } from '#app/components/choice-field.tsx'
import { UnitSheet } from '#app/packages/quiz-desk/wave/unit-sheet.tsx'
import { call } from '#app/platform/call-operation'
import { usePages } from '#app/platform/use-pages'
import { nonResponseWords, stratumWords } from '#app/words/awareness'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

type Filter = SampleLine['standing'] | 'all'
const standingWords: Record<Filter, string> = { all: '全部', left: '还没问到', silent: '没有答', answered: '已答' }
const options = (Object.keys(standingWords) as Filter[]).map(value => ({ value, word: standingWords[value] }))

interface Props {
  wave: Wave
  cells: readonly WaveCell[]
  nameOf: (communityId: string) => string
  onChanged: () => Promise<void>
}

function useSample(waveId: string, standing: Filter, communityId: string | undefined, number: string) {
  const filter = {
    ...(standing !== 'all' && { standing }),
    ...(communityId && { communityId }),
    ...(/^[1-9]\d{0,5}$/.test(number) && { number: Number(number) })
  }
  return usePages(
    JSON.stringify(filter),
    async cursor => {
      const { units, nextCursor } = await call.quizzes.listSample({ waveId, ...filter, ...(cursor && { cursor }) })
      return { rows: units, nextCursor }
    },
    unit => unit.sampleId
  )
}

const lineOf = ({ nonResponse }: SampleLine) =>
  nonResponse && [nonResponseWords[nonResponse.reason], nonResponse.note].filter(Boolean).join('：')

/** Who is asked, by number: where each stands, and why some did not answer. */
export function SamplePart({ wave, cells, nameOf, onChanged }: Props) {
  const [standing, setStanding] = useState<Filter>('all')
  const [communityId, setCommunityId] = useState<string | undefined>(undefined)
  const [number, setNumber] = useState('')
  const [open, setOpen] = useState<SampleLine | undefined>(undefined)
  const list = useSample(wave.waveId, standing, communityId, number.trim())
  const choices = [...new Set(cells.map(cell => cell.communityId))].map(value => ({ value, word: nameOf(value) }))
  const mayChange = wave.state === 'fielding' || wave.state === 'sampled'
  return (
    <Section title="名单">
      <View className="wave-sample__find">
        <View className="wave-sample__number">
          <TextField label="按编号找" placeholder="卡片上的号" kind="number" value={number} onChange={setNumber} lengthMax={6} />
        </View>
        <View className="wave-sample__standing">
          <ChoiceField label="社区" choices={choices} value={communityId} emptyWord="全部社区" onChange={setCommunityId} />
        </View>
      </View>
      <View className="wave-sample__choices">
        <Segmented label="看谁" options={options} value={standing} onChange={setStanding} />
      </View>
      {list.state === 'waiting' && <Skeleton shape="rows" count={5} />}
      {list.state === 'failed' && list.rows.length === 0 && (
        <ErrorState sentence={wordsForReading(list.error)} action={wayOn(list.error, list.again)} />
      )}
      {list.state === 'there' && list.rows.length === 0 && <EmptyState scene="garden" sentence="没有这样的人。" />}
      <ListGroup>
        {list.rows.map(unit => (
          <ListRow
            key={unit.sampleId}
            title={`第 ${unit.number} 号`}
            line={[nameOf(unit.communityId), stratumWords(unit), lineOf(unit)].filter(Boolean).join(' · ')}
            end={standingWords[unit.standing]}
            onPress={mayChange && unit.standing !== 'answered' ? () => setOpen(unit) : undefined}
          />
        ))}
      </ListGroup>
      {list.hasMore && <Button word="再看一些" look="quiet" isLoading={list.isLoadingMore} onPress={() => void list.more()} />}
      {open && (
        <UnitSheet
          wave={wave}
          unit={open}
          nameOf={nameOf}
          onDone={() => Promise.all([list.again(), onChanged()])}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Section>
  )
}
