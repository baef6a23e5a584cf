import { ScrollView, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { SearchField } from '#app/components/search-field.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { filterCount, questionOf, startFilter, stateTabs, type BankFilter } from '#app/features/question-bank/bank-filter-rules'
import { QuestionList } from '#app/features/question-bank/question-list.tsx'
import { usePages } from '#app/platform/use-pages'
import { BankFilterSheet } from '#app/packages/quiz-desk/bank/bank-filter-sheet.tsx'
import { useBankKeys } from '#app/packages/quiz-desk/bank/use-bank-keys'
import { useSettled } from '#app/packages/quiz-desk/bank/use-settled'
import { staffPaths } from '#app/platform/staff-paths'
import { QuestionPane } from '#app/packages/quiz-desk/question/question-pane.tsx'
import { call } from '#app/platform/call-operation'
import { go, useReachEnd } from '#app/platform/navigation'
import { useIsWide } from '#app/platform/use-is-wide'
import { questionStateWords } from '#app/words/question-words'
import './index.scss'

const tabs = stateTabs.map(value => ({ value, word: value === 'all' ? '全部' : questionStateWords[value].word }))

interface Props {
  filter: BankFilter
  onFilter: (filter: BankFilter) => void
  openId?: string
  onOpen: (questionId: string | undefined) => void
}

const create = () => go(staffPaths.question)

function useQuestions(filter: BankFilter) {
  const settled = useSettled(filter)
  const question = questionOf(settled)
  const read = async (cursor?: string) => {
    const { questions, ...rest } = await call.quizzes.listQuestions({ ...question, ...(cursor && { cursor }) })
    return { rows: questions, ...rest }
  }
  return usePages(JSON.stringify(question), read, ({ questionId }) => questionId)
}

/** The questions; on a desktop the chosen one beside the list, on a phone on its own page. */
export function BankQuestions({ filter, onFilter, openId, onOpen }: Props) {
  const isWide = useIsWide()
  const [isFiltering, setIsFiltering] = useState(false)
  const list = useQuestions(filter)
  useReachEnd(() => !isWide && void list.more())
  useBankKeys({ list, openId, isActive: !isFiltering, onNew: create, onClose: () => onOpen(undefined) })
  const open = (questionId: string) => (isWide ? onOpen(questionId) : go(staffPaths.question, { question: questionId }))
  const cards = <QuestionList list={list} openId={isWide ? openId : undefined} onOpen={open} empty={emptyFor(filter, onFilter)} />
  const tools = <Tools filter={filter} onFilter={onFilter} totalCount={list.totalCount} onNarrow={() => setIsFiltering(true)} />
  const sheet = isFiltering && <BankFilterSheet filter={filter} onChange={onFilter} onClose={() => setIsFiltering(false)} />
  if (!isWide) {
    return (
      <View>
        {tools}
        <View className="bank__cards">{cards}</View>
        {sheet}
      </View>
    )
  }
  return (
    <View className="bank">
      <View className="bank__list">
        {tools}
        <ScrollView className="bank__scroll" scrollY lowerThreshold={400} onScrollToLower={() => void list.more()}>
          {cards}
        </ScrollView>
      </View>
      <View className="bank__open">
        {openId ? (
          <QuestionPane key={openId} questionId={openId} onChanged={() => void list.again()} />
        ) : (
          <EmptyState scene="bench" sentence="从左边选一道题看看。" line="J K 或 ↑ ↓ 选，Enter 打开，/ 找题，按钮上的字母直接办" />
        )}
      </View>
      {sheet}
    </View>
  )
}

interface ToolsProps {
  filter: BankFilter
  onFilter: (filter: BankFilter) => void
  totalCount?: number
  onNarrow: () => void
}

function Tools({ filter, onFilter, totalCount, onNarrow }: ToolsProps) {
  const count = filterCount(filter)
  return (
    <View className="bank__tools">
      <Segmented label="看哪些题" options={tabs} value={filter.state} onChange={state => onFilter({ ...filter, state })} />
      <View className="bank__row">
        <View className="bank__search">
          <SearchField value={filter.words} onChange={words => onFilter({ ...filter, words })} label="找题" placeholder="题干里的字" />
        </View>
        <Button
          word={count > 0 ? `筛选 ${count}` : '筛选'}
          icon="filter"
          look={count > 0 ? 'primary' : 'quiet'}
          isNarrow
          onPress={onNarrow}
        />
      </View>
      <View className="bank__row">
        <View className="bank__count">{totalCount === undefined ? '' : `共 ${totalCount} 道`}</View>
        <Button word="写题" icon="plus" look="quiet" keyWord="N" isNarrow onPress={create} />
      </View>
    </View>
  )
}

/** What an empty list says depends on whether anything narrows it. */
function emptyFor(filter: BankFilter, onFilter: (filter: BankFilter) => void) {
  const isNarrowed = filterCount(filter) > 0 || filter.words.trim() !== ''
  const showAll = { word: '看全部', onPress: () => onFilter({ ...startFilter, state: 'all' }) }
  if (isNarrowed) return { sentence: '没有找到这样的题。', line: '换个说法，或少选几样。', action: showAll }
  if (filter.state === 'draft') return { sentence: '没有等审的题。', line: '写好的题会先到这里，由另一位编辑来审。', action: showAll }
  if (filter.state === 'all') return { sentence: '题库还是空的。', action: { word: '写第一道题', onPress: create } }
  return { sentence: `没有${questionStateWords[filter.state].word}的题。`, action: showAll }
}
