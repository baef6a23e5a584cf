import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Fact } from '#contract/quiz-shapes'
import { SearchField } from '#app/components/search-field.tsx'
import { FactList } from '#app/features/question-bank/fact-list.tsx'
import { usePages } from '#app/platform/use-pages'
import { FactSheet } from '#app/packages/quiz-desk/bank/fact-sheet.tsx'
import { focusSearch } from '#app/packages/quiz-desk/bank/use-bank-keys'
import { useSettled } from '#app/packages/quiz-desk/bank/use-settled'
import { useTopicChoices } from '#app/packages/quiz-desk/bank/use-topics'
import { ChoiceField } from '#app/components/choice-field.tsx'
import { usePageIsShown } from '#app/packages/quiz-desk/question/use-page-is-shown'
import { call } from '#app/platform/call-operation'
import { useKeys } from '#app/platform/keyboard'
import { useReachEnd } from '#app/platform/navigation'
import './index.scss'

const WORDS_LENGTH_MAX = 40

/** 知识点: what the law says, and the switch for when it changes. */
export function BankFacts({ onQuestions }: { onQuestions: (fact: Fact) => void }) {
  const [filter, setFilter] = useState<{ words: string; topic?: string }>({ words: '' })
  const [switched, setSwitched] = useState<Fact | undefined>(undefined)
  const { words, topic } = useSettled(filter)
  const asked = { ...(words.trim() && { words: words.trim().slice(0, WORDS_LENGTH_MAX) }), ...(topic && { topic }) }
  const read = async (cursor?: string) => {
    const { facts, nextCursor } = await call.quizzes.listFacts({ ...asked, ...(cursor && { cursor }) })
    return { rows: facts, nextCursor }
  }
  const list = usePages(JSON.stringify(asked), read, ({ factId }) => factId)
  const topics = useTopicChoices()
  useReachEnd(() => void list.more())
  useKeys({ '/': focusSearch }, usePageIsShown() && switched === undefined)
  return (
    <View className="bank__facts">
      <View className="bank__tools bank__tools--facts">
        <View className="bank__search">
          <SearchField
            value={filter.words}
            onChange={typed => setFilter({ ...filter, words: typed })}
            label="找知识点"
            placeholder="内容或法律名里的字"
          />
        </View>
        <ChoiceField
          label="专题"
          choices={topics}
          value={filter.topic}
          emptyWord="不限专题"
          onChange={chosen => setFilter({ ...filter, topic: chosen })}
        />
      </View>
      <FactList
        list={list}
        isNarrowed={words !== '' || topic !== undefined}
        onClear={() => setFilter({ words: '' })}
        onQuestions={onQuestions}
        onSwitch={setSwitched}
      />
      {switched && <FactSheet fact={switched} onDone={() => void list.again()} onClose={() => setSwitched(undefined)} />}
    </View>
  )
}
