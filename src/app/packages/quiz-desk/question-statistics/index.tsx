import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { ItemFlag, ItemStatistics } from '#contract/quizzes-statistics'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { keepsBank } from '#app/features/question-bank/bank-role-rules'
import { staffPaths } from '#app/platform/staff-paths'
import { call } from '#app/platform/call-operation'
import { keepInAddress } from '#app/platform/keep-in-address'
import { back, go, useParams, useReachEnd } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import { useNow } from '#app/platform/use-now'
import { usePages, type Pages } from '#app/platform/use-pages'
import { answeredWords, itemFlagWords, noneFlaggedWords } from '#app/words/item-statistics'
import { typeWords } from '#app/words/quizzes'
import { wordsForReading } from '#app/words/refusals'
import { dayWords } from '#app/words/time-words'
import { wayOn } from '#app/words/way-on'
import './index.scss'

/** The worst first, as it is to be looked at. */
const shown = ['key-doubtful', 'weak', 'too-hard', 'too-easy'] as const satisfies readonly ItemFlag[]
type Chosen = ItemFlag | 'all'
const options: readonly { value: Chosen; word: string }[] = [
  { value: 'all', word: '全部' },
  ...shown.map(value => ({ value, word: itemFlagWords[value].word }))
]

/** 题目统计: how questions do by the first answers of people, those with something to look at first. */
export default function QuestionStatisticsPage() {
  if (keepsBank(usePerson()?.grants ?? [])) return <Statistics />
  return (
    <Screen title="题目统计">
      <ErrorState sentence="题库由编辑来管，你现在的身份看不到。" action={{ word: '返回', onPress: back }} />
    </Screen>
  )
}

function Statistics() {
  const arrived = useParams().flag
  const [flag, setFlag] = useState<Chosen>(shown.find(name => name === arrived) ?? 'all')
  const [countedUntil, setCountedUntil] = useState<string>()
  useEffect(() => keepInAddress(staffPaths.questionStatistics, flag === 'all' ? {} : { flag }), [flag])
  const read = async (cursor?: string) => {
    const page = await call.quizzes.getItemStatistics({ ...(flag !== 'all' && { flag }), ...(cursor && { cursor }) })
    setCountedUntil(page.countedUntil)
    return { rows: page.items, nextCursor: page.nextCursor }
  }
  const list = usePages(flag, read, ({ questionId }) => questionId)
  const now = useNow()
  useReachEnd(() => void list.more())
  // The moment is the midnight after the last day that is counted.
  const lastDay = countedUntil && dayWords(new Date(Date.parse(countedUntil) - 1), now)
  return (
    <Screen title="题目统计">
      <View className="question-statistics__line">
        {`每个人对每一版题只算第一次答的，重练、作废的都不算。${lastDay ? `算到${lastDay}为止，每天夜里算一次。` : '每天夜里算一次。'}`}
      </View>
      <View className="question-statistics__flags">
        <Segmented label="看哪些题" options={options} value={flag} onChange={setFlag} />
      </View>
      {flag !== 'all' && <View className="question-statistics__line">{itemFlagWords[flag].line}</View>}
      <List list={list} flag={flag} onAll={() => setFlag('all')} />
    </Screen>
  )
}

function List({ list, flag, onAll }: { list: Pages<ItemStatistics>; flag: Chosen; onAll: () => void }) {
  if (list.state === 'waiting') return <Skeleton shape="rows" count={5} />
  if (list.state === 'failed' && list.rows.length === 0)
    return <ErrorState sentence={wordsForReading(list.error)} action={wayOn(list.error, list.again)} />
  if (list.rows.length === 0 && flag === 'all')
    return <EmptyState scene="bench" sentence="还没有可以统计的答题。" line="有人答过，第二天就看得到。" />
  if (list.rows.length === 0)
    return <EmptyState scene="garden" {...noneFlaggedWords} action={{ word: '看全部', onPress: onAll, isQuiet: true }} />
  return (
    <View className="question-statistics__list" role="list">
      {list.rows.map(item => (
        <View key={item.questionId} role="listitem">
          <Row item={item} />
        </View>
      ))}
      {list.hasMore && <Button word="再看一些" look="quiet" isLoading={list.isLoadingMore} onPress={() => void list.more()} />}
    </View>
  )
}

function Row({ item }: { item: ItemStatistics }) {
  const { questionId, stem, type, topic } = item
  return (
    <Pressable className="question-statistics__row" onPress={() => go(staffPaths.question, { question: questionId })}>
      {item.flags.length > 0 && (
        <View className="question-statistics__chips">
          {item.flags.map(flag => (
            <StateChip key={flag} word={itemFlagWords[flag].word} tone={itemFlagWords[flag].tone} icon={itemFlagWords[flag].icon} />
          ))}
        </View>
      )}
      <View className="question-statistics__stem">{stem}</View>
      <View className="question-statistics__about">{[answeredWords(item), typeWords[type].word, topic].join(' · ')}</View>
    </Pressable>
  )
}
